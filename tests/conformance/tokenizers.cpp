// Token ids and decoded texts against <folder>/<name>/{tokenizer.json, expected.json}: exactly.
#include <algorithm>
#include <filesystem>
#include <vector>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/text/tokenizer/tokenizer.h"
#include "tests/conformance/report.h"

namespace tunebench::conformance {
namespace {

using Ids = std::vector<std::int32_t>;

int differences(const Json& expected, const Tokenizer& tokenizer, std::string& first) {
    int count = 0;
    for (const auto& entry : expected) {
        const auto text = entry.at("text").get<std::string>();
        const auto plain = tokenizer.encode(text, false);
        const auto whole = tokenizer.encode(text, true);
        const bool equal = plain && whole && *whole == entry.at("ids").get<Ids>() &&
                           *plain == entry.at("ids_plain").get<Ids>() &&
                           tokenizer.decode(*plain, false) == entry.at("decoded").get<std::string>();
        if (!equal && count++ == 0)
            first = text.substr(0, 40);
    }
    return count;
}

/// The reference has read the tokenizer.json alone: what transformers makes of its neighbours is left out.
Result<Tokenizer> tokenizer_of(const std::filesystem::path& folder) {
    TRY(const auto json, read_json_file(folder / "tokenizer.json"));
    return Tokenizer::from_json(json_text(json), (folder / "tokenizer.json").string());
}

void check_one(const std::filesystem::path& folder, Report& report) {
    const auto name = folder.filename().string();
    const auto expected = read_json_file(folder / "expected.json");
    if (!expected)
        return report.failed(name, expected.error().message);
    const auto tokenizer = tokenizer_of(folder);
    if (!tokenizer && tokenizer.error().code == ErrorCode::Unsupported)
        return report.skipped(name, tokenizer.error().message);
    if (!tokenizer)
        return report.failed(name, tokenizer.error().message);
    std::string first;
    const int wrong = differences(*expected, *tokenizer, first);
    if (wrong == 0)
        report.passed(name, fmt::format("{} texts", expected->size()));
    else
        report.failed(
            name, fmt::format("{} of {} texts differ, the first is \"{}\"", wrong, expected->size(), first));
}

}  // namespace

void check_tokenizers(const std::string& folder, Report& report) {
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_directory() && std::filesystem::exists(entry.path() / "expected.json"))
            folders.push_back(entry.path());
    std::ranges::sort(folders);
    for (const auto& path : folders)
        if (report.wants(path.filename().string()))
            check_one(path, report);
}

}  // namespace tunebench::conformance
