#include "ui/charts/series.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace tunebench::ui {
namespace {

constexpr std::size_t kFactor = 16;  // a block has so many of the level below

}  // namespace

void Series::set(std::vector<double> x, std::vector<double> y) {
    x_ = std::move(x);
    y_ = std::move(y);
    nonfinite_ = 0;
    extendPyramid(0);
}

void Series::append(std::span<const double> x, std::span<const double> y) {
    const std::size_t from = y_.size();
    x_.insert(x_.end(), x.begin(), x.end());
    y_.insert(y_.end(), y.begin(), y.end());
    extendPyramid(from);
}

std::size_t Series::indexFrom(double x) const {
    return static_cast<std::size_t>(std::lower_bound(x_.begin(), x_.end(), x) - x_.begin());
}

std::size_t Series::indexBehind(double x) const {
    return static_cast<std::size_t>(std::upper_bound(x_.begin(), x_.end(), x) - x_.begin());
}

/// Of the points from `from` on; the blocks that it lies in are made again.
void Series::extendPyramid(std::size_t from) {
    for (std::size_t i = from; i < y_.size(); ++i)
        nonfinite_ += std::isfinite(y_[i]) ? 0 : 1;
    std::size_t below = y_.size();
    std::size_t first = from;
    std::size_t level = 0;
    for (; below > 1; ++level) {
        if (level == levels_.size())
            levels_.emplace_back();
        const std::size_t count = (below + kFactor - 1) / kFactor;
        levels_[level].resize(count);
        first /= kFactor;
        for (std::size_t i = first; i < count; ++i) {
            Peaks peaks;
            for (std::size_t j = i * kFactor; j < std::min(below, (i + 1) * kFactor); ++j)
                merge(peaks, level == 0 ? peaksOfPoint(j) : levels_[level - 1][j]);
            levels_[level][i] = peaks;
        }
        below = count;
    }
    levels_.resize(level);
}

Peaks Series::peaksOfPoint(std::size_t index) const {
    const auto i = static_cast<std::uint32_t>(index);
    const double value = y_[index];
    if (!std::isfinite(value))
        return {.nonfinite = i};
    return {.lowest = i, .highest = i, .lowestPositive = value > 0 ? i : Peaks::kNone};
}

void Series::merge(Peaks& into, const Peaks& peaks) const {
    const auto isThere = [](std::uint32_t index) { return index != Peaks::kNone; };
    const auto take = [&](std::uint32_t& known, std::uint32_t other, auto isBetter) {
        if (isThere(other) && (!isThere(known) || isBetter(y_[other], y_[known])))
            known = other;
    };
    take(into.lowest, peaks.lowest, std::less<>());
    take(into.highest, peaks.highest, std::greater<>());
    take(into.lowestPositive, peaks.lowestPositive, std::less<>());
    into.nonfinite = std::min(into.nonfinite, peaks.nonfinite);
}

Series::Block Series::largestBlock(std::size_t begin, std::size_t end, std::size_t highestLevel) const {
    Block block;
    while (block.level < highestLevel && begin % (block.size * kFactor) == 0 &&
           begin + block.size * kFactor <= end) {
        block.size *= kFactor;
        ++block.level;
    }
    return block;
}

Peaks Series::peaksOf(std::size_t begin, const Block& block) const {
    return block.level == 0 ? peaksOfPoint(begin) : levels_[block.level - 1][begin / block.size];
}

Peaks Series::peaks(std::size_t begin, std::size_t end) const {
    Peaks peaks;
    while (begin < end) {
        const Block block = largestBlock(begin, end, levels_.size());
        merge(peaks, peaksOf(begin, block));
        begin += block.size;
    }
    return peaks;
}

std::size_t Series::countOutside(std::size_t begin, std::size_t end, double low, double high) const {
    return countOutside(begin, end, low, high, levels_.size());
}

std::size_t Series::countOutside(std::size_t begin, std::size_t end, double low, double high,
                                 std::size_t highestLevel) const {
    std::size_t count = 0;
    while (begin < end) {
        const Block block = largestBlock(begin, end, highestLevel);
        const Peaks peaks = peaksOf(begin, block);
        const bool hasValues = peaks.lowest != Peaks::kNone;
        if (hasValues && (y_[peaks.lowest] < low || y_[peaks.highest] > high)) {
            const bool isWhollyOutside = y_[peaks.highest] < low || y_[peaks.lowest] > high;
            if (block.level == 0 || (isWhollyOutside && peaks.nonfinite == Peaks::kNone))
                count += block.size;
            else
                count += countOutside(begin, begin + block.size, low, high, block.level - 1);
        }
        begin += block.size;
    }
    return count;
}

}  // namespace tunebench::ui
