#include "core/params/row_slice.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace tunebench {
namespace {

constexpr double kMostRows = 9e15;  // whole numbers of a double

Error no_slice(std::string_view text, std::string_view reason) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("the slice '{}' {}", text, reason),
            .hint = "Write [:1000] for the first thousand rows, or [10%:20%] for a part."};
}

std::int64_t row_at(const RowBound& bound, std::int64_t rows) {
    const double row =
        bound.is_percent ? std::round(bound.value / 100.0 * static_cast<double>(rows)) : bound.value;
    return static_cast<std::int64_t>(std::clamp(row, 0.0, static_cast<double>(rows)));
}

/// Nothing for an empty text; false when it is no bound.
bool read_bound(std::string_view text, std::optional<RowBound>& bound) {
    if (text.empty())
        return true;
    bound.emplace();
    bound->is_percent = text.ends_with('%');
    text.remove_suffix(bound->is_percent ? 1 : 0);
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, bound->value, std::chars_format::fixed);
    const bool is_number = read.ec == std::errc() && read.ptr == end && !std::signbit(bound->value);
    const double most = bound->is_percent ? 100.0 : kMostRows;
    return is_number && bound->value <= most &&
           (bound->is_percent || bound->value == std::floor(bound->value));
}

}  // namespace

RowSlice::Range RowSlice::of(std::int64_t rows) const {
    const auto first = begin ? row_at(*begin, rows) : 0;
    return {.begin = first, .end = std::max(first, end ? row_at(*end, rows) : rows)};
}

Result<RowSlice> parse_row_slice(std::string_view text) {
    if (text.empty())
        return RowSlice{};
    const auto colon = text.find(':');
    if (!text.starts_with('[') || !text.ends_with(']') || colon == std::string_view::npos)
        return no_slice(text, "is not of the form [from:to]");
    RowSlice slice;
    if (!read_bound(text.substr(1, colon - 1), slice.begin) ||
        !read_bound(text.substr(colon + 1, text.size() - colon - 2), slice.end))
        return no_slice(text, "has a bound that is neither a number of rows nor a percentage up to 100");
    const bool is_comparable =
        slice.end && (!slice.begin || slice.begin->is_percent == slice.end->is_percent);
    if (is_comparable && slice.end->value <= (slice.begin ? slice.begin->value : 0.0))
        return no_slice(text, "has no row");
    return slice;
}

}  // namespace tunebench
