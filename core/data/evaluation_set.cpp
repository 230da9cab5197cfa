#include "core/data/evaluation_set.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/formats/jsonl.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestSet = std::uint64_t{256} << 20;

std::string line_of(const OrderedJson& row) {
    return json_text(row) + "\n";
}

/// Empty where there is no file yet.
Result<std::string> read_set(const fs::path& file) {
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        return std::string();
    return read_file(file, kLargestSet);
}

bool has_columns_of(const Json& value, const OrderedJson& row) {
    if (!value.is_object() || value.size() != row.size())
        return false;
    return std::ranges::all_of(row.items(), [&](const auto& item) { return value.contains(item.key()); });
}

/// All rows of a data file are read alike, as its first row is.
Result<void> check_columns(const fs::path& file, const OrderedJson& row) {
    TRY(auto reader, JsonlReader::open(file));
    TRY(const auto first, reader.next());
    if (!first || has_columns_of(first->value, row))
        return {};
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("{} has rows of another kind", file.string()),
                 .hint = "Chats and texts go to files of their own: choose another one."};
}

}  // namespace

OrderedJson completion_row(const std::string& prompt, const std::string& completion) {
    return {{"prompt", prompt}, {"completion", completion}};
}

OrderedJson conversation_row(OrderedJson messages, const std::string& answer) {
    messages.push_back({{"role", "assistant"}, {"content", answer}});
    return {{"messages", std::move(messages)}};
}

Result<void> append_evaluation_row(const fs::path& file, const OrderedJson& row) {
    TRY(auto content, read_set(file));
    if (!content.empty())
        TRY_VOID(check_columns(file, row));
    if (!content.empty() && !content.ends_with('\n'))
        content += '\n';
    return write_file_durably(file, content + line_of(row));
}

Result<void> take_back_evaluation_row(const fs::path& file, const OrderedJson& row) {
    TRY(auto content, read_set(file));
    const auto line = line_of(row);
    if (!content.ends_with(line))
        return Error{.code = ErrorCode::NotFound,
                     .message = fmt::format("The row is not the last one of {} any more", file.string()),
                     .hint = "Take it out in an editor."};
    content.resize(content.size() - line.size());
    if (!content.empty())
        return write_file_durably(file, content);
    std::error_code failed;
    fs::remove(file, failed);
    if (failed)
        return file_error(failed.value(), "remove", file);
    return {};
}

}  // namespace tunebench
