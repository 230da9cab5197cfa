// SeedNoise: how much of a difference between two methods is luck with seeds, judged by all comparisons of a
// study together.
#pragma once

#include <vector>

#include "core/study/statistics/loss_matrix.h"

namespace tunebench {

struct SeedNoise {
    double variance = 0.0;  // of the mean difference of two methods over the seeds of the study
    double degrees = 0.0;   // of freedom; 0: there is one seed, or nothing to compare, and nothing is known
};

/// Of the differences of each method from the baseline, all of one size: the median of the variances over
/// seeds, so that a few unstable methods do not hide what the others differ by. For a median half of the
/// degrees are counted, at least those of one comparison.
SeedNoise seed_noise(const std::vector<LossMatrix>& differences);

}  // namespace tunebench
