#include "core/data/file_layout.h"

#include <fmt/format.h>

namespace tunebench {
namespace {

constexpr std::size_t kRowsLookedAt = 20;

struct FirstRows {
    std::vector<DataRow> rows = {};
    bool has_bad_ones = false;  // left out: they are told when all rows are read
};

Result<FirstRows> first_rows(const std::filesystem::path& file, const DataFileContext& context) {
    TRY(auto opened, open_rows(file));
    FirstRows first;
    while (first.rows.size() < kRowsLookedAt) {
        auto row = opened.rows->next();
        if (row && !*row)
            break;
        if (!row && (!context.on_problem || !is_of_one_row(row.error())))
            return row.error();
        if (context.on_problem && !(row && (*row)->value.is_object()))
            first.has_bad_ones = true;
        else
            first.rows.push_back(**std::move(row));
    }
    return first;
}

}  // namespace

Error no_rows(const std::filesystem::path& file) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("{} holds no rows", file.string()),
            .hint = "Write one example a line, for example {\"prompt\": \"...\", \"completion\": \"...\"}.",
            .field = "data.train"};
}

bool is_of_one_row(const Error& error) {
    return (error.code == ErrorCode::Corrupt || error.code == ErrorCode::InvalidArgument) &&
           !error.field.starts_with("data.template");
}

Result<RecognisedLayout> layout_of_file(const std::filesystem::path& file, const FileFormat& format,
                                        const DataFileContext& context) {
    if (context.data.layout != DataLayout::Auto && !context.labels)
        return RecognisedLayout{.layout = context.data.layout, .reason = "chosen in data.layout"};
    if (format.holds_documents && !context.labels)
        return RecognisedLayout{
            .layout = DataLayout::Text,
            .reason = fmt::format("the file is {}: long documents are split, not cut", format.name)};
    TRY(const auto first, first_rows(file, context));
    const auto& rows = first.rows;
    if (rows.empty() && first.has_bad_ones)
        return RecognisedLayout{.layout = context.labels ? DataLayout::Classification : DataLayout::Text,
                                .reason = "no row could be read"};
    if (rows.empty())
        return no_rows(file);
    if (context.labels)
        return classification_layout(rows.front(), context.names, file);
    return recognise_layout(rows, context.names, file);
}

}  // namespace tunebench
