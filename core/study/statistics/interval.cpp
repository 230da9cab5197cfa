#include "core/study/statistics/interval.h"

#include <algorithm>
#include <cmath>

#include "core/study/statistics/student.h"

namespace tunebench {
namespace {

/// A variance that was estimated, and from how much.
struct Part {
    double variance = 0.0;
    double degrees = 1.0;
};

double satterthwaite(const Part& seeds, const Part& examples) {
    const double sum = seeds.variance + examples.variance;
    if (sum <= 0.0)
        return examples.degrees;
    return sum * sum /
           (seeds.variance * seeds.variance / seeds.degrees +
            examples.variance * examples.variance / examples.degrees);
}

/// Of a mean over all of `means`.
Part part_of(const std::vector<double>& means) {
    const auto count = static_cast<double>(means.size());
    return {.variance = variance(means) / count, .degrees = std::max(1.0, count - 1.0)};
}

}  // namespace

double MeanWithError::margin(double confidence) const {
    return student_critical(1.0 - confidence, degrees) * standard_error;
}

double MeanWithError::p_value() const {
    if (standard_error <= 0.0)
        return mean == 0.0 ? 1.0 : 0.0;
    return student_two_sided(mean / standard_error, degrees);
}

MeanWithError mean_with_error(const LossMatrix& losses, const Resamples& resamples, const SeedNoise& noise) {
    auto seeds = part_of(losses.seed_means());
    double squared_error = variance(resamples.means(losses));
    if (noise.degrees > 0.0 && noise.variance > seeds.variance) {
        squared_error += noise.variance - seeds.variance;
        seeds = {.variance = noise.variance, .degrees = noise.degrees};
    }
    // Two seeds may agree by chance, and with so few methods nothing else tells how much luck there is.
    const bool is_one_degree_all = noise.degrees == 1.0;
    return {.mean = losses.mean(),
            .standard_error = std::sqrt(squared_error),
            .degrees = is_one_degree_all ? 1.0 : satterthwaite(seeds, part_of(losses.example_means()))};
}

}  // namespace tunebench
