#include "core/study/statistics/seed_noise.h"

namespace tunebench {

SeedNoise seed_noise(const std::vector<LossMatrix>& methods) {
    const auto seeds = methods.empty() ? 0 : methods.front().seeds();
    if (methods.size() < 2 || seeds < 2)
        return {};
    std::vector<double> of_seed(seeds);  // over all methods
    double all = 0.0, squares = 0.0;
    const auto count = static_cast<double>(methods.size());
    for (const auto& method : methods) {
        const auto means = method.seed_means();
        for (std::size_t seed = 0; seed < seeds; ++seed)
            of_seed[seed] += means[seed] / count;
        all += method.mean() / count;
    }
    for (const auto& method : methods) {
        const auto means = method.seed_means();
        const double of_method = method.mean();
        for (std::size_t seed = 0; seed < seeds; ++seed) {
            const double residual = means[seed] - of_method - of_seed[seed] + all;
            squares += residual * residual;
        }
    }
    const double degrees = (count - 1.0) * static_cast<double>(seeds - 1);
    return {.variance = 2.0 * squares / degrees / static_cast<double>(seeds), .degrees = degrees};
}

}  // namespace tunebench
