// Methods against a baseline on the same examples and seeds.
#pragma once

#include <string_view>
#include <vector>

#include "core/study/statistics/interval.h"

namespace tunebench {

enum class Difference { NotShown, Better, Worse };

std::string_view difference_text(Difference difference);  // "better": stored, never changes

struct PairedComparison {
    MeanWithError difference = {};  // loss of the method less that of the baseline: below 0 is better
    double effect_size = 0.0;       // the difference over the standard deviation of the examples' differences
    double share_better = 0.0;      // of the examples on which the method's loss is lower; ties count half
    double p_value = 1.0;
    double adjusted_p_value = 1.0;  // of all comparisons of the study, after Holm
    Difference verdict = Difference::NotShown;
};

/// The chance of one false claim or more in a study.
inline constexpr double kStudyLevel = 0.05;

/// One a method, in their order. All matrices have the size of the baseline: at least one seed and two
/// examples.
std::vector<PairedComparison> compare_with_baseline(const LossMatrix& baseline,
                                                    const std::vector<LossMatrix>& methods,
                                                    const BootstrapSettings& settings = {});

}  // namespace tunebench
