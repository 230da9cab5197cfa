// RowSlice: which rows of a file are meant, as Python writes it: "[:1000]", "[10%:20%]", "[500:]".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/result.h"

namespace tunebench {

struct RowBound {
    double value = 0.0;  // rows, or percent of them
    bool is_percent = false;
    bool operator==(const RowBound&) const = default;
};

struct RowSlice {
    std::optional<RowBound> begin = {};  // none: the first row
    std::optional<RowBound> end = {};    // not included; none: behind the last row
    bool operator==(const RowSlice&) const = default;

    struct Range {
        std::int64_t begin = 0;
        std::int64_t end = 0;
    };
    /// The rows meant of so many, counted from 0. Percents are rounded to whole rows.
    Range of(std::int64_t rows) const;

    /// Whether the number of rows must be known to tell which are meant.
    bool depends_on_count() const { return (begin && begin->is_percent) || (end && end->is_percent); }
};

/// InvalidArgument for another form, more than 100 %, and a slice that is empty whatever the file. Empty text
/// is all rows.
Result<RowSlice> parse_row_slice(std::string_view text);

}  // namespace tunebench
