#include "core/data/data_file.h"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/data/data_report.h"
#include "core/data/example_builder.h"
#include "core/data/file_layout.h"
#include "core/data/row_pipeline.h"
#include "core/data/row_reader.h"
#include "core/formats/rows/file_format.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kRowsBetweenCancelChecks = 64;
constexpr std::int64_t kUncut = std::numeric_limits<std::int64_t>::max();

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

Error cancelled() {
    return {.code = ErrorCode::Cancelled, .message = "reading the data was cancelled"};
}

/// Nothing when the problem was told and reading goes on.
Result<void> tell_problem(const Error& error, const DataFileContext& context) {
    if (!context.on_problem || !is_of_one_row(error))
        return error;
    context.on_problem(error);
    return {};
}

/// The columns of documents are not the user's to name.
ColumnNames names_for(const FileFormat& format, const DataFileContext& context) {
    auto names = context.names;
    if (format.holds_documents)
        std::erase_if(names.renamed, [](const auto& entry) { return entry.first == "text"; });
    return names;
}

/// Reads the rows of one file.
class FileReader {
public:
    FileReader(DataReport& report, const RowFormat& format, std::int32_t file_index,
               const DataFileContext& context)
        : report_(report), format_(format), file_index_(file_index), context_(context) {}

    Result<void> read(RowFile file);
    bool has_seen_rows() const { return seen_ > 0; }

private:
    enum class Place { Before, Inside, Behind };
    Place place_of_next();
    std::optional<Result<DataRow>> next_row(RowSource& rows);
    Result<PreparedRow> prepare(DataRow row) const;
    Result<RowUse> build(const RowText& text, Example& example) const;
    std::int64_t rows_wanted() const;
    void tell_progress(const RowSource& rows) const;
    Result<void> take(Result<PreparedRow> row);
    Result<RowUse> use(PreparedRow& row);
    Result<void> keep(Example example);
    Result<void> put(const Example& example);
    void count(RowUse use);

    DataReport& report_;
    const RowFormat& format_;
    std::int32_t file_index_;
    const DataFileContext& context_;
    bool splits_ = false;
    std::int64_t seen_ = 0;
};

FileReader::Place FileReader::place_of_next() {
    ++seen_;
    if (!context_.window)
        return Place::Inside;
    auto& window = *context_.window;
    const auto position = window.position++;
    return position < window.begin ? Place::Before : position < window.end ? Place::Inside : Place::Behind;
}

/// The next row of the window, or one that cannot be read.
std::optional<Result<DataRow>> FileReader::next_row(RowSource& rows) {
    while (true) {
        if (seen_ % kRowsBetweenCancelChecks == 0) {
            if (context_.cancel.is_cancelled())
                return cancelled();
            tell_progress(rows);
        }
        auto row = rows.next();
        if (row && !*row)
            return std::nullopt;
        const auto place = place_of_next();
        if (place == Place::Behind)
            return std::nullopt;
        if (!row)
            return row.error();
        if (place == Place::Inside)
            return **std::move(row);
    }
}

/// What needs no other row; threads do it.
Result<PreparedRow> FileReader::prepare(DataRow row) const {
    TRY(auto text, read_row(row, format_));
    Example example = {.source_line = row.line, .source_file = file_index_};
    const auto what = build(text, example);
    if (!what)
        return in_source(what.error(), place_of(row, format_.file));
    return PreparedRow{
        .row = std::move(row), .text = std::move(text), .example = std::move(example), .use = *what};
}

Result<RowUse> FileReader::build(const RowText& text, Example& example) const {
    const auto& segments = text.segments;
    for (const auto& segment : segments)
        TRY_VOID(context_.tokenizer.check(segment.text));
    if (!text.label || segments.empty())
        return build_example(text, context_.tokenizer, splits_ ? kUncut : context_.data.max_length, example);
    const auto pair = segments.size() > 1 ? std::optional<std::string_view>(segments[1].text) : std::nullopt;
    TRY_VOID(build_classified_example(segments.front().text, pair, context_.tokenizer,
                                      context_.data.max_length, example));
    return example.tokens.empty() ? RowUse::Empty : RowUse::Used;
}

void FileReader::tell_progress(const RowSource& rows) const {
    if (context_.on_progress)
        context_.on_progress(seen_, rows.progress());
}

std::int64_t FileReader::rows_wanted() const {
    return context_.limit <= 0 ? std::numeric_limits<std::int64_t>::max() : context_.limit - report_.rows;
}

Result<void> FileReader::read(RowFile file) {
    splits_ = file.format->holds_documents && format_.layout == DataLayout::Text;
    RowPipeline pipeline([&] { return next_row(*file.rows); },
                         [this](DataRow row) { return prepare(std::move(row)); });
    while (rows_wanted() > 0) {
        auto row = pipeline.next(rows_wanted());
        if (!row)
            break;
        TRY_VOID(take(*std::move(row)));
    }
    return {};
}

Result<void> FileReader::take(Result<PreparedRow> row) {
    if (!row)
        return tell_problem(row.error(), context_);
    const auto what = use(*row);
    if (!what)
        return tell_problem(what.error(), context_);
    count(*what);
    if (context_.on_use)
        context_.on_use(row->row, *what, row->example.cut_tokens);
    return *what == RowUse::Used ? keep(std::move(row->example)) : Result<void>();
}

/// What depends on the rows before.
Result<RowUse> FileReader::use(PreparedRow& row) {
    if (context_.on_row)
        context_.on_row(row.row, row.text, splits_);
    if (row.text.segments.empty())
        return RowUse::Empty;
    if (context_.duplicates && !context_.duplicates->is_new(row.text))
        return RowUse::Duplicate;
    if (row.text.label) {
        TRY(row.example.label, context_.labels->number_of(*row.text.label, format_.names.of("label"),
                                                          place_of(row.row, format_.file)));
    }
    return row.use;
}

Result<void> FileReader::keep(Example example) {
    if (!splits_)
        return put(example);
    for (const auto& piece : split_example(std::move(example), context_.data.max_length))
        TRY_VOID(put(piece));
    return {};
}

Result<void> FileReader::put(const Example& example) {
    count_example(report_, record_of(example, 0));
    return context_.sink.append(example);
}

void FileReader::count(RowUse use) {
    ++report_.rows;
    report_.skipped_empty += use == RowUse::Empty ? 1 : 0;
    report_.skipped_unsupervised += use == RowUse::Unsupervised || use == RowUse::CutAway ? 1 : 0;
    report_.skipped_truncated += use == RowUse::CutAway ? 1 : 0;
    report_.duplicates += use == RowUse::Duplicate ? 1 : 0;
}

std::string reason_of_chat(const ChatChoice& chat, DataLayout layout) {
    if (!chat.chosen())
        return {};
    const auto& description = layout_description(layout);
    return description.reason_of_chat ? description.reason_of_chat(*chat.chosen()) : chat.chosen()->reason;
}

}  // namespace

Result<void> append_data_file(Dataset& dataset, const fs::path& file, std::int32_t file_index,
                              const DataFileContext& context) {
    TRY(auto opened, open_rows(file));
    TRY(const auto recognised, layout_of_file(file, *opened.format, context));
    ChatChoice chat(context.data, context.tokenizer);
    const RowFormat format = {.layout = recognised.layout,
                              .names = names_for(*opened.format, context),
                              .loss_on = context.data.loss_on,
                              .chat = &chat,
                              .file = file};
    DataReport report;
    FileReader reader(report, format, file_index, context);
    TRY_VOID(reader.read(std::move(opened)));
    if (!reader.has_seen_rows())
        return no_rows(file);
    const bool is_useless = report.rows > 0 && report.duplicates == 0 && report.examples == 0;
    if (is_useless)
        TRY_VOID(tell_problem(no_usable_row(file, report, context.data.max_length), context));
    report.layout = layout_id(recognised.layout);
    report.layout_reason = recognised.reason;
    report.chat_template = reason_of_chat(chat, recognised.layout);
    add_report(dataset.report, report);
    return {};
}

Result<std::int64_t> count_rows(const fs::path& file, const CancelToken& cancel) {
    TRY(const auto opened, open_rows(file));
    for (std::int64_t rows = 0;; ++rows) {
        if (rows % kRowsBetweenCancelChecks == 0 && cancel.is_cancelled())
            return cancelled();
        TRY(const auto row, opened.rows->next());
        if (!row)
            return rows;
    }
}

}  // namespace tunebench
