#include "core/data/data_file.h"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/data/data_report.h"
#include "core/data/example_builder.h"
#include "core/data/file_layout.h"
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
    FileReader(Dataset& part, const RowFormat& format, std::int32_t file_index,
               const DataFileContext& context)
        : part_(part), format_(format), file_index_(file_index), context_(context) {}

    Result<void> read(RowFile file);
    bool has_seen_rows() const { return seen_ > 0; }

private:
    enum class Place { Before, Inside, Behind };
    Place place_of_next();
    Result<void> read_row_of_file(const DataRow& row);
    Result<RowUse> use(const DataRow& row, Example& example);
    void tell_progress(const RowSource& rows) const;
    Result<RowUse> use_labelled(const RowText& text, const DataRow& row, Example& example);
    void keep(Example example);
    void count(RowUse use);

    Dataset& part_;
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

Result<void> FileReader::read(RowFile file) {
    splits_ = file.format->holds_documents && format_.layout == DataLayout::Text;
    while (context_.limit <= 0 || part_.report.rows < context_.limit) {
        if (seen_ % kRowsBetweenCancelChecks == 0) {
            if (context_.cancel.is_cancelled())
                return cancelled();
            tell_progress(*file.rows);
        }
        auto row = file.rows->next();
        if (row && !*row)
            break;
        const auto place = place_of_next();
        if (place == Place::Behind)
            break;
        if (place == Place::Before && row)
            continue;
        const auto read = row ? read_row_of_file(**row) : Result<void>(row.error());
        if (!read)
            TRY_VOID(tell_problem(read.error(), context_));
    }
    return {};
}

Result<void> FileReader::read_row_of_file(const DataRow& row) {
    Example example = {.source_line = row.line, .source_file = file_index_};
    TRY(const auto what, use(row, example));
    count(what);
    if (context_.on_use)
        context_.on_use(row, what, example.cut_tokens);
    if (what == RowUse::Used)
        keep(std::move(example));
    return {};
}

void FileReader::tell_progress(const RowSource& rows) const {
    if (context_.on_progress)
        context_.on_progress(seen_, rows.progress());
}

Result<RowUse> FileReader::use_labelled(const RowText& text, const DataRow& row, Example& example) {
    TRY(example.label,
        context_.labels->number_of(*text.label, format_.names.of("label"), place_of(row, format_.file)));
    const auto pair =
        text.segments.size() > 1 ? std::optional<std::string_view>(text.segments[1].text) : std::nullopt;
    build_classified_example(text.segments.front().text, pair, context_.tokenizer, context_.data.max_length,
                             example);
    return example.tokens.empty() ? RowUse::Empty : RowUse::Used;
}

Result<RowUse> FileReader::use(const DataRow& row, Example& example) {
    TRY(const auto text, read_row(row, format_));
    if (context_.on_row)
        context_.on_row(row, text, splits_);
    if (text.segments.empty())
        return RowUse::Empty;
    if (context_.duplicates && !context_.duplicates->is_new(text))
        return RowUse::Duplicate;
    if (text.label)
        return use_labelled(text, row, example);
    return build_example(text, context_.tokenizer, splits_ ? kUncut : context_.data.max_length, example);
}

void FileReader::keep(Example example) {
    if (!splits_) {
        part_.examples.push_back(std::move(example));
        return;
    }
    auto pieces = split_example(std::move(example), context_.data.max_length);
    part_.examples.insert(part_.examples.end(), std::make_move_iterator(pieces.begin()),
                          std::make_move_iterator(pieces.end()));
}

void FileReader::count(RowUse use) {
    auto& report = part_.report;
    ++report.rows;
    report.skipped_empty += use == RowUse::Empty ? 1 : 0;
    report.skipped_unsupervised += use == RowUse::Unsupervised || use == RowUse::CutAway ? 1 : 0;
    report.skipped_truncated += use == RowUse::CutAway ? 1 : 0;
    report.duplicates += use == RowUse::Duplicate ? 1 : 0;
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
    Dataset part;
    FileReader reader(part, format, file_index, context);
    TRY_VOID(reader.read(std::move(opened)));
    if (!reader.has_seen_rows())
        return no_rows(file);
    const bool is_useless = part.report.rows > 0 && part.report.duplicates == 0 && part.examples.empty();
    if (is_useless)
        TRY_VOID(tell_problem(no_usable_row(file, part.report, context.data.max_length), context));
    part.report.layout = layout_id(recognised.layout);
    part.report.layout_reason = recognised.reason;
    part.report.chat_template = reason_of_chat(chat, recognised.layout);
    count_examples(part.report, part.examples);
    add_report(dataset.report, part.report);
    dataset.examples.insert(dataset.examples.end(), std::make_move_iterator(part.examples.begin()),
                            std::make_move_iterator(part.examples.end()));
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
