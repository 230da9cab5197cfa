#include "core/data/validation_split.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <vector>

#include "core/base/random.h"

namespace tunebench {
namespace {

constexpr std::uint64_t kSplitStream = 0x7370'6c69'7400'0000;  // "split"

}  // namespace

Examples split_off(Examples& examples, double share, std::int64_t seed) {
    const auto count = examples.size();
    if (share <= 0.0 || count < 2)
        return {};
    const auto wanted =
        static_cast<std::size_t>(std::round(std::min(share, 1.0) * static_cast<double>(count)));
    std::vector<std::int32_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    Random(static_cast<std::uint64_t>(seed), kSplitStream).shuffle(std::span(order));
    std::vector<bool> is_set_aside(count, false);
    for (std::size_t i = 0; i < std::clamp<std::size_t>(wanted, 1, count - 1); ++i)
        is_set_aside[static_cast<std::size_t>(order[i])] = true;

    std::vector<std::int32_t> kept;
    std::vector<std::int32_t> set_aside;
    for (std::size_t i = 0; i < count; ++i)
        (is_set_aside[i] ? set_aside : kept).push_back(static_cast<std::int32_t>(i));
    auto validation = examples.selected(set_aside);
    examples = examples.selected(kept);
    return validation;
}

}  // namespace tunebench
