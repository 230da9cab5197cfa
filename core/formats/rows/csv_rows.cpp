#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/formats/csv.h"
#include "core/formats/rows/file_format.h"
#include "core/formats/rows/reader_rows.h"

namespace tunebench {
namespace {

/// The first record names the columns; each further one becomes an object of texts.
class CsvTable {
public:
    explicit CsvTable(CsvReader reader) : reader_(std::move(reader)) {}

    /// After open(): the next row. A record with more or fewer fields than there are columns is Corrupt.
    Result<std::optional<DataRow>> next();
    Result<void> read_header();
    const ByteWindow& window() const { return reader_.window(); }

private:
    Error error_at(std::int64_t line, std::string reason, std::string hint) const;
    Error ragged(const CsvRecord& record) const;

    CsvReader reader_;
    std::vector<std::string> columns_ = {};  // those without a name are not read
};

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

Error CsvTable::error_at(std::int64_t line, std::string reason, std::string hint) const {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{} line {}: {}", window().path().string(), line, reason),
            .hint = std::move(hint)};
}

Result<void> CsvTable::read_header() {
    TRY(const auto header, reader_.next());
    if (!header)
        return {};
    std::set<std::string_view> seen;
    for (const auto& field : header->fields)
        columns_.emplace_back(trimmed(field));
    for (const auto& column : columns_)
        if (!column.empty() && !seen.insert(column).second)
            return error_at(header->line, fmt::format("two columns are called '{}'", column),
                            "The first line names the columns, each by another name.");
    if (seen.empty())
        return error_at(header->line, "no column has a name", "The first line must name the columns.");
    return {};
}

Error CsvTable::ragged(const CsvRecord& record) const {
    return error_at(record.line,
                    fmt::format("{} {} where the first line names {} {}", record.fields.size(),
                                record.fields.size() == 1 ? "field" : "fields", columns_.size(),
                                columns_.size() == 1 ? "column" : "columns"),
                    "Put texts that hold the delimiter or a line break in quotes.");
}

Result<std::optional<DataRow>> CsvTable::next() {
    while (true) {
        TRY(auto record, reader_.next());
        if (!record)
            return std::optional<DataRow>{};
        const bool is_blank_line = record->fields.size() == 1 && trimmed(record->fields.front()).empty();
        if (is_blank_line && columns_.size() > 1)
            continue;
        if (record->fields.size() != columns_.size())
            return ragged(*record);
        DataRow row{.value = Json::object(), .line = record->line};
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (!columns_[i].empty())
                row.value[columns_[i]] = std::move(record->fields[i]);
        return std::optional<DataRow>(std::move(row));
    }
}

Result<std::unique_ptr<RowSource>> open_table(const std::filesystem::path& file, char delimiter) {
    TRY(auto stream, open_byte_stream(file));
    CsvTable table(CsvReader(std::move(stream), delimiter));
    TRY_VOID(table.read_header());
    return std::unique_ptr<RowSource>(std::make_unique<ReaderRows<CsvTable>>(std::move(table)));
}

Result<std::unique_ptr<RowSource>> open_comma_separated(const std::filesystem::path& file,
                                                        std::string_view beginning) {
    return open_table(file, csv_delimiter(beginning));
}

Result<std::unique_ptr<RowSource>> open_tab_separated(const std::filesystem::path& file, std::string_view) {
    return open_table(file, '\t');
}

constexpr std::string_view kCsvEndings[] = {".csv"};
constexpr std::string_view kTsvEndings[] = {".tsv", ".tab"};

}  // namespace

const FileFormat& comma_separated_file_format() {
    static constexpr FileFormat format = {
        .name = "CSV", .endings = kCsvEndings, .open = open_comma_separated};
    return format;
}

const FileFormat& tab_separated_file_format() {
    static constexpr FileFormat format = {.name = "TSV", .endings = kTsvEndings, .open = open_tab_separated};
    return format;
}

}  // namespace tunebench
