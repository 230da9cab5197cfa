#include "app/cli/prompt_file.h"

#include <fmt/format.h>

#include "core/formats/jsonl.h"

namespace tunebench::cli {
namespace {

constexpr const char* kHint = "A line is a JSON text, or an object with a text in \"prompt\" or \"text\".";

std::optional<std::string> text_in(const Json& row, std::string_view key) {
    const auto* member = find_member(row, key);
    return member && member->is_string() ? std::optional(member->get<std::string>()) : std::nullopt;
}

Result<Prompt> prompt_of(const DataRow& row, const std::filesystem::path& file) {
    if (row.value.is_string())
        return Prompt{.text = row.value.get<std::string>()};
    for (const auto* key : {"prompt", "text"})
        if (auto text = text_in(row.value, key))
            return Prompt{.text = *std::move(text), .second_text = text_in(row.value, "text_pair")};
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("{} line {}: no prompt", file.string(), row.line),
                 .hint = kHint};
}

/// What stands on another line is asked in the same way.
Result<void> check_pairing(const Prompt& prompt, const Prompt& first, const DataRow& row,
                           const std::filesystem::path& file) {
    if (prompt.second_text.has_value() == first.second_text.has_value())
        return {};
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("{} line {}: {} text in \"text_pair\", unlike the first line",
                                        file.string(), row.line, prompt.second_text ? "a" : "no"),
                 .hint = "Give every line a \"text_pair\", or none.",
                 .field = "text_pair"};
}

}  // namespace

Result<std::vector<Prompt>> read_prompts(const std::filesystem::path& file) {
    TRY(auto reader, JsonlReader::open(file));
    std::vector<Prompt> prompts;
    while (true) {
        TRY(const auto row, reader.next());
        if (!row)
            break;
        TRY(auto prompt, prompt_of(*row, file));
        if (!prompts.empty())
            TRY_VOID(check_pairing(prompt, prompts.front(), *row, file));
        prompts.push_back(std::move(prompt));
    }
    if (prompts.empty())
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{} has no prompt", file.string()),
                     .hint = kHint};
    return prompts;
}

}  // namespace tunebench::cli
