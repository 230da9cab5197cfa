// A range of bytes of a text.
#pragma once

#include <cstddef>

namespace tunebench {

/// The bytes [begin, end) of a text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t size() const { return end - begin; }
    bool operator==(const Span&) const = default;
};

}  // namespace tunebench
