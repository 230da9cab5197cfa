#include "core/formats/parquet/parquet_reader.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/mapped_file.h"
#include "core/formats/parquet/errors.h"
#include "core/formats/parquet/footer.h"
#include "core/formats/parquet/row_assembler.h"

namespace tunebench {

namespace {

constexpr std::size_t kMaxOpenPageBytes = std::size_t{1} << 30;

}  // namespace

struct ParquetReader::Input {
    Input(MappedFile opened, parquet::Footer read, const JsonLimits& row_limits)
        : file(std::move(opened)),
          footer(std::move(read)),
          limits(row_limits),
          selected(footer.schema.columns.size()) {
        std::iota(selected.begin(), selected.end(), std::size_t{0});
        for (const auto& column : footer.schema.columns)
            schema.push_back({.name = column.name, .type = name_of(footer.schema, column)});
    }

    Result<void> select(const std::vector<std::string>& names);
    Result<std::optional<ParquetRow>> next();
    Result<bool> begin_group();
    Result<void> open_columns();
    Result<void> end_group() const;

    MappedFile file;
    parquet::Footer footer;
    JsonLimits limits;
    std::vector<ParquetColumn> schema = {};
    std::vector<std::size_t> selected;  // indexes into schema
    std::size_t group = 0;              // the one that is open, or the next one
    std::int64_t group_left = 0;        // rows
    std::int64_t row = 0;
    std::uint64_t file_bytes = 0;
    parquet::MemoryBudget budget{kMaxOpenPageBytes};
    parquet::ColumnReaders columns = {};  // of the row group, refer to the members above
    bool has_ended = false;               // at the end, or at an error that leaves nothing to go on with
};

Result<void> ParquetReader::Input::select(const std::vector<std::string>& names) {
    if (names.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("{}: no column is chosen", file.path().string())};
    std::vector<std::size_t> found;
    for (const auto& name : names) {
        const auto it = std::ranges::find(schema, name, &ParquetColumn::name);
        if (it == schema.end()) {
            std::vector<std::string_view> known;
            for (const auto& column : schema)
                known.push_back(column.name);
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = fmt::format("{}: there is no column '{}'", file.path().string(), name),
                         .hint = fmt::format("Its columns are {}.", fmt::join(known, ", "))};
        }
        found.push_back(static_cast<std::size_t>(it - schema.begin()));
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    selected = std::move(found);
    return {};
}

Result<void> ParquetReader::Input::open_columns() {
    columns.clear();
    columns.resize(footer.schema.leaves.size());
    for (const auto index : selected) {
        const auto& node = footer.schema.columns[index];
        for (auto leaf = node.first_leaf; leaf < node.end_leaf; ++leaf) {
            TRY(columns[leaf], parquet::ColumnReader::open(file, footer.begin,
                                                           footer.metadata.row_groups[group].columns[leaf],
                                                           footer.schema.leaves[leaf], budget));
        }
    }
    return {};
}

/// Opens the next row group that has rows; false when there is none.
Result<bool> ParquetReader::Input::begin_group() {
    const auto& groups = footer.metadata.row_groups;
    while (group < groups.size() && groups[group].num_rows == 0)
        ++group;
    if (group == groups.size())
        return false;
    TRY_VOID(open_columns());
    group_left = groups[group].num_rows;
    return true;
}

Result<void> ParquetReader::Input::end_group() const {
    for (const auto& column : columns)
        if (column && !column->at_end())
            return parquet::corrupt(
                fmt::format("column '{}': it goes on behind the row group's last row", column->leaf().path));
    return {};
}

Result<std::optional<ParquetRow>> ParquetReader::Input::next() {
    if (has_ended)
        return std::optional<ParquetRow>();
    has_ended = true;  // unless the row is whole
    if (group_left == 0) {
        TRY(const bool more, begin_group());
        if (!more)
            return std::optional<ParquetRow>();
    }
    TRY(auto read, parquet::RowAssembler(footer.schema, columns, limits).read_row(selected));
    ++row;
    if (--group_left == 0) {
        TRY_VOID(end_group());
        columns.clear();
        ++group;
    }
    has_ended = false;
    if (read.flaw)
        return *read.flaw;
    return std::optional(ParquetRow{std::move(read.value), row});
}

ParquetReader::ParquetReader(std::unique_ptr<Input> input) : input_(std::move(input)) {}
ParquetReader::ParquetReader(ParquetReader&&) noexcept = default;
ParquetReader& ParquetReader::operator=(ParquetReader&&) noexcept = default;
ParquetReader::~ParquetReader() = default;

Result<ParquetReader> ParquetReader::open(const std::filesystem::path& path, const JsonLimits& limits) {
    TRY(auto file, MappedFile::open(path));
    TRY(const auto bytes, file.bytes());
    auto footer = parquet::read_footer(bytes);
    if (!footer)
        return in_source(footer.error(), path.string());
    auto input = std::make_unique<Input>(std::move(file), *std::move(footer), limits);
    input->file_bytes = bytes.size();
    return ParquetReader(std::move(input));
}

const std::vector<ParquetColumn>& ParquetReader::schema() const {
    return input_->schema;
}

std::int64_t ParquetReader::rows() const {
    return input_->footer.metadata.num_rows;
}

Result<void> ParquetReader::select(const std::vector<std::string>& columns) {
    return input_->select(columns);
}

Result<std::optional<ParquetRow>> ParquetReader::next() {
    const auto number = input_->row + 1;
    auto row = input_->next();
    if (!row)
        return in_source(row.error(), fmt::format("{} row {}", input_->file.path().string(), number));
    return row;
}

std::int64_t ParquetReader::row() const {
    return input_->row;
}

std::uint64_t ParquetReader::file_bytes() const {
    return input_->file_bytes;
}

}  // namespace tunebench
