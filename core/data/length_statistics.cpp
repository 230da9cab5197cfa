#include "core/data/length_statistics.h"

#include <algorithm>

namespace tunebench {
namespace {

constexpr std::int64_t kFirstBin = 16;

std::int64_t percentile(const std::vector<std::int64_t>& sorted, std::size_t percent) {
    const auto rank = (sorted.size() * percent + 99) / 100;
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

}  // namespace

LengthStatistics length_statistics(std::vector<std::int64_t> lengths) {
    LengthStatistics statistics;
    if (lengths.empty())
        return statistics;
    std::ranges::sort(lengths);
    statistics.shortest = lengths.front();
    statistics.median = percentile(lengths, 50);
    statistics.percentile_90 = percentile(lengths, 90);
    statistics.percentile_99 = percentile(lengths, 99);
    statistics.longest = lengths.back();
    auto counted = lengths.begin();
    for (std::int64_t up_to = kFirstBin; counted != lengths.end(); up_to *= 2) {
        const auto end = std::upper_bound(counted, lengths.end(), up_to);
        statistics.histogram.push_back({.up_to = up_to, .examples = end - counted});
        counted = end;
    }
    return statistics;
}

}  // namespace tunebench
