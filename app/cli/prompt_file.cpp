#include "app/cli/prompt_file.h"

#include <fmt/format.h>

#include "core/formats/jsonl.h"

namespace tunebench::cli {
namespace {

Result<std::string> prompt_of(const DataRow& row, const std::filesystem::path& file) {
    if (row.value.is_string())
        return row.value.get<std::string>();
    const auto* member = find_member(row.value, "prompt");
    if (member && member->is_string())
        return member->get<std::string>();
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("{} line {}: no prompt", file.string(), row.line),
                 .hint = "A line is a JSON text, or an object with a text in \"prompt\"."};
}

}  // namespace

Result<std::vector<std::string>> read_prompts(const std::filesystem::path& file) {
    TRY(auto reader, JsonlReader::open(file));
    std::vector<std::string> prompts;
    while (true) {
        TRY(const auto row, reader.next());
        if (!row)
            break;
        TRY(auto prompt, prompt_of(*row, file));
        prompts.push_back(std::move(prompt));
    }
    if (prompts.empty())
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{} has no prompt", file.string()),
                     .hint = "A line is a JSON text, or an object with a text in \"prompt\"."};
    return prompts;
}

}  // namespace tunebench::cli
