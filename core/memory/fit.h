// Fit: the verdict on what a run needs beside what it may take: the one rule of window and command line.
#pragma once

#include <cstdint>

namespace tunebench {

enum class Fit { Unknown, Fits, Tight, TooLarge };

/// `expected` of bytes, `limit` of bytes; a limit of 0 is not known. Tight: less than a sixth of the limit
/// would be left.
constexpr Fit fit_of(std::uint64_t expected, std::uint64_t limit) {
    if (limit == 0)
        return Fit::Unknown;
    if (expected > limit)
        return Fit::TooLarge;
    return expected > limit / 6 * 5 ? Fit::Tight : Fit::Fits;
}

}  // namespace tunebench
