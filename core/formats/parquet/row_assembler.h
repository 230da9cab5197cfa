// Puts the entries of columns together to rows, as Dremel tells (Melnik et al., VLDB 2010, section 4.3), by
// descending the schema.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/formats/parquet/column_reader.h"
#include "core/formats/parquet/schema.h"

namespace tunebench::parquet {

/// By leaf; null for those that are not read.
using ColumnReaders = std::vector<std::unique_ptr<ColumnReader>>;

struct AssembledRow {
    OrderedJson value = nullptr;
    std::optional<Error> flaw = {};  // of a value that JSON cannot have; the rows behind it can be read
};

class RowAssembler {
public:
    /// All outlive it.
    RowAssembler(const Schema& schema, ColumnReaders& columns, const JsonLimits& limits)
        : schema_(&schema), columns_(&columns), limits_(&limits) {}

    /// The next row: an object of the columns in `selected`, by their index in the schema. Corrupt, with the
    /// name of the column.
    Result<AssembledRow> read_row(const std::vector<std::size_t>& selected);

private:
    Result<OrderedJson> read(const SchemaNode& node);
    Result<OrderedJson> read_value(const SchemaNode& node);
    Result<OrderedJson> read_object(const SchemaNode& node);
    Result<OrderedJson> read_list(const SchemaNode& node);
    Result<OrderedJson> read_map(const SchemaNode& node);

    Result<bool> reaches(const SchemaNode& node, int definition) const;
    Result<bool> goes_on(const SchemaNode& list) const;
    Result<void> pass(const SchemaNode& node);
    Result<void> check_row_border(const SchemaNode& column) const;
    Result<void> charge(std::size_t bytes);

    ColumnReader& column(std::size_t leaf) const { return *(*columns_)[leaf]; }

    const Schema* schema_;
    ColumnReaders* columns_;
    const JsonLimits* limits_;
    std::size_t values_left_ = 0;
    std::size_t bytes_left_ = 0;
    std::optional<Error> flaw_ = {};  // the first one of the row
};

}  // namespace tunebench::parquet
