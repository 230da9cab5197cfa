#include "core/study/statistics/paired_comparison.h"

#include <cmath>

#include "core/study/statistics/holm.h"

namespace tunebench {
namespace {

double share_below_zero(std::span<const double> values) {
    double below = 0.0;
    for (const double value : values)
        below += value < 0.0 ? 1.0 : value == 0.0 ? 0.5 : 0.0;
    return values.empty() ? 0.0 : below / static_cast<double>(values.size());
}

PairedComparison compared(const LossMatrix& differences, const Resamples& resamples, const SeedNoise& noise) {
    PairedComparison comparison{.difference = mean_with_error(differences, resamples, noise)};
    const auto of_examples = differences.example_means();
    const double deviation = std::sqrt(variance(of_examples));
    comparison.effect_size = deviation > 0.0 ? comparison.difference.mean / deviation : 0.0;
    comparison.share_better = share_below_zero(of_examples);
    comparison.p_value = comparison.difference.p_value();
    return comparison;
}

}  // namespace

std::string_view difference_text(Difference difference) {
    switch (difference) {
        case Difference::Better:
            return "better";
        case Difference::Worse:
            return "worse";
        case Difference::NotShown:
            break;
    }
    return "not_shown";
}

std::vector<PairedComparison> compare_with_baseline(const LossMatrix& baseline,
                                                    const std::vector<LossMatrix>& methods,
                                                    const BootstrapSettings& settings) {
    const Resamples resamples(baseline.seeds(), baseline.examples(), settings);
    std::vector<LossMatrix> differences;
    for (const auto& method : methods)
        differences.push_back(difference(method, baseline));
    const auto noise = seed_noise(differences);
    std::vector<PairedComparison> comparisons;
    std::vector<double> p_values;
    for (const auto& of_method : differences) {
        comparisons.push_back(compared(of_method, resamples, noise));
        p_values.push_back(comparisons.back().p_value);
    }
    const auto adjusted = holm_adjusted(p_values);
    for (std::size_t i = 0; i < comparisons.size(); ++i) {
        auto& comparison = comparisons[i];
        comparison.adjusted_p_value = adjusted[i];
        if (adjusted[i] <= kStudyLevel)
            comparison.verdict = comparison.difference.mean < 0.0 ? Difference::Better : Difference::Worse;
    }
    return comparisons;
}

}  // namespace tunebench
