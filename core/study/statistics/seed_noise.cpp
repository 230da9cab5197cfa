#include "core/study/statistics/seed_noise.h"

#include <algorithm>

namespace tunebench {
namespace {

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

}  // namespace

SeedNoise seed_noise(const std::vector<LossMatrix>& differences) {
    const auto seeds = differences.empty() ? 0 : differences.front().seeds();
    if (seeds < 2)
        return {};
    std::vector<double> variances;
    for (const auto& difference : differences)
        variances.push_back(variance(difference.seed_means()) / static_cast<double>(seeds));
    const auto of_one = static_cast<double>(seeds - 1);
    return {.variance = median(std::move(variances)),
            .degrees = std::max(of_one, of_one * static_cast<double>(differences.size()) / 2.0)};
}

}  // namespace tunebench
