#include "core/data/data_file.h"

#include <optional>
#include <vector>

#include <fmt/format.h>

#include "core/data/chat_format.h"
#include "core/data/data_report.h"
#include "core/data/example_builder.h"
#include "core/data/row_reader.h"
#include "core/formats/jsonl.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRowsLookedAt = 20;
constexpr std::int64_t kRowsBetweenCancelChecks = 64;

Error no_rows(const fs::path& file) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("{} holds no rows", file.string()),
            .hint = "Write one example a line, for example {\"prompt\": \"...\", \"completion\": \"...\"}.",
            .field = "data.train"};
}

Error no_usable_row(const fs::path& file, const DataReport& report, std::int64_t max_length) {
    std::vector<std::string> reasons;
    const auto unlearnable = report.skipped_unsupervised - report.skipped_truncated;
    if (report.skipped_empty > 0)
        reasons.push_back(fmt::format("{} without text", report.skipped_empty));
    if (unlearnable > 0)
        reasons.push_back(fmt::format("{} without an answer to learn", unlearnable));
    if (report.skipped_truncated > 0)
        reasons.push_back(
            fmt::format("{} whose answer starts after {} tokens", report.skipped_truncated, max_length));
    const bool is_cut = report.skipped_truncated > 0;
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("{} has no usable row: {} of {}", file.string(), fmt::join(reasons, ", "),
                                   report.rows),
            .hint = is_cut ? "Raise data.max_length."
                           : "Only completions and messages of the role assistant are learned: check the "
                             "columns, or set data.loss_on to all.",
            .field = is_cut ? "data.max_length" : "data.train"};
}

Result<RecognisedLayout> layout_of_file(const fs::path& file, const DataFileContext& context) {
    if (context.data.layout != DataLayout::Auto && !context.labels)
        return RecognisedLayout{.layout = context.data.layout, .reason = "chosen in data.layout"};
    TRY(auto reader, JsonlReader::open(file));
    std::vector<JsonlRow> rows;
    while (rows.size() < kRowsLookedAt) {
        TRY(auto row, reader.next());
        if (!row)
            break;
        rows.push_back(*std::move(row));
    }
    if (rows.empty())
        return no_rows(file);
    if (context.labels)
        return classification_layout(rows.front(), context.names, file);
    return recognise_layout(rows, context.names, file);
}

Result<RowUse> read_classified(const JsonlRow& row, const RowFormat& format, const DataFileContext& context,
                               Example& example) {
    TRY(const auto read, read_labelled_row(row, format));
    if (read.text.empty() && !read.pair)
        return RowUse::Empty;
    const auto place = fmt::format("{} line {}", format.file.string(), row.line);
    TRY(example.label, context.labels->number_of(read.label, format.names.label, place));
    build_classified_example(read.text, read.pair, context.tokenizer, context.data.max_length, example);
    return example.tokens.empty() ? RowUse::Empty : RowUse::Used;
}

Result<RowUse> read_example(const JsonlRow& row, const RowFormat& format, const DataFileContext& context,
                            Example& example) {
    if (context.labels)
        return read_classified(row, format, context, example);
    TRY(const auto text, read_row(row, format));
    return build_example(text, context.tokenizer, context.data.max_length, example);
}

void count(DataReport& report, RowUse use) {
    ++report.rows;
    report.skipped_empty += use == RowUse::Empty ? 1 : 0;
    report.skipped_unsupervised += use == RowUse::Unsupervised || use == RowUse::CutAway ? 1 : 0;
    report.skipped_truncated += use == RowUse::CutAway ? 1 : 0;
}

Result<void> read_rows(Dataset& part, const RowFormat& format, std::int32_t file_index,
                       const DataFileContext& context) {
    TRY(auto reader, JsonlReader::open(format.file));
    while (context.limit <= 0 || part.report.rows < context.limit) {
        if (part.report.rows % kRowsBetweenCancelChecks == 0 && context.cancel.is_cancelled())
            return Error{.code = ErrorCode::Cancelled, .message = "reading the data was cancelled"};
        TRY(const auto row, reader.next());
        if (!row)
            break;
        Example example = {.source_line = row->line, .source_file = file_index};
        TRY(const auto use, read_example(*row, format, context, example));
        count(part.report, use);
        if (use == RowUse::Used)
            part.examples.push_back(std::move(example));
    }
    return {};
}

}  // namespace

Result<void> append_data_file(Dataset& dataset, const fs::path& file, std::int32_t file_index,
                              const DataFileContext& context) {
    TRY(const auto recognised, layout_of_file(file, context));
    RowFormat format = {.layout = recognised.layout,
                        .names = context.names,
                        .loss_on = context.data.loss_on,
                        .chat = nullptr,
                        .file = file};
    std::optional<ChatFormat> chat;
    if (format.layout == DataLayout::Messages) {
        TRY(chat, choose_chat_format(context.data, context.tokenizer));
        format.chat = &*chat;
    }
    Dataset part;
    TRY_VOID(read_rows(part, format, file_index, context));
    if (part.report.rows == 0)
        return no_rows(file);
    if (part.examples.empty())
        return no_usable_row(file, part.report, context.data.max_length);
    part.report.layout = layout_id(recognised.layout);
    part.report.layout_reason = recognised.reason;
    part.report.chat_template = chat ? chat->reason : std::string();
    count_examples(part.report, part.examples);
    add_report(dataset.report, part.report);
    dataset.examples.insert(dataset.examples.end(), std::make_move_iterator(part.examples.begin()),
                            std::make_move_iterator(part.examples.end()));
    return {};
}

}  // namespace tunebench
