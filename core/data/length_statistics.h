// How long examples are, as the share that a length limit would leave whole can be read off.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace tunebench {

struct LengthStatistics {
    std::int64_t shortest = 0;
    std::int64_t median = 0;
    std::int64_t percentile_90 = 0;
    std::int64_t percentile_99 = 0;
    std::int64_t longest = 0;

    struct Bin {
        std::int64_t up_to = 0;  // tokens, included; the bin before ends below
        std::int64_t examples = 0;
        bool operator==(const Bin&) const = default;
    };
    std::vector<Bin> histogram = {};  // up to 16, 32, 64, ... tokens, as far as the longest
};

/// A percentile is the length that so many percent of the examples do not exceed (nearest rank).
LengthStatistics length_statistics(std::vector<std::int64_t> lengths);

}  // namespace tunebench
