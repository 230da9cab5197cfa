#include "core/data/duplicate_filter.h"

#include <charconv>

#include <fmt/format.h>

#include "core/base/sha256.h"

namespace tunebench {
namespace {

std::string hash_of(const RowText& row) {
    Sha256 hash;
    for (const auto& segment : row.segments) {
        // With its length in front: "ab", "c" and "a", "bc" are two rows.
        hash.update(fmt::format("{}{}:", segment.supervised ? '+' : '-', segment.text.size()));
        hash.update(segment.text);
    }
    if (row.label)
        hash.update(json_text(*row.label));
    return hash.hex();
}

std::uint64_t number_in(const char* hexadecimal) {
    std::uint64_t number = 0;
    std::from_chars(hexadecimal, hexadecimal + 16, number, 16);
    return number;
}

}  // namespace

DuplicateFilter::Mark& DuplicateFilter::place_of(const Mark& mark) {
    const auto last = marks_.size() - 1;
    auto at = static_cast<std::size_t>(mark[0]) & last;
    while (marks_[at] != Mark{} && marks_[at] != mark)
        at = (at + 1) & last;
    return marks_[at];
}

void DuplicateFilter::grow() {
    const auto before = std::exchange(marks_, std::vector<Mark>(2 * marks_.size()));
    for (const auto& mark : before)
        if (mark != Mark{})
            place_of(mark) = mark;
}

bool DuplicateFilter::is_new(const RowText& row) {
    const auto hash = hash_of(row);
    const Mark mark = {number_in(hash.data()), number_in(hash.data() + 16)};
    auto& place = place_of(mark);
    if (place == mark)
        return false;
    place = mark;
    if (4 * ++taken_ > 3 * marks_.size())
        grow();
    return true;
}

}  // namespace tunebench
