// DuplicateFilter: which rows say what an earlier one said.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/data/row_text.h"

namespace tunebench {

class DuplicateFilter {
public:
    /// Whether no row before had the same texts, marks and label, byte for byte. Remembers half of its
    /// SHA-256.
    bool is_new(const RowText& row);

private:
    using Mark = std::array<std::uint64_t, 2>;  // zeros: no row

    /// Where the mark is, or the free place where it belongs.
    Mark& place_of(const Mark& mark);
    void grow();

    std::vector<Mark> marks_ = std::vector<Mark>(1024);  // a power of two, at most three quarters taken
    std::size_t taken_ = 0;
};

}  // namespace tunebench
