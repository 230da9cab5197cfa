// SeedNoise: how much of a difference between two methods is luck with seeds, judged by all methods of a
// study together. Seeds are blocks: what a seed does to all methods alike (the order of the data) cancels in
// differences.
#pragma once

#include <vector>

#include "core/study/statistics/loss_matrix.h"

namespace tunebench {

struct SeedNoise {
    double variance = 0.0;  // of the mean difference of two methods over the seeds of the study
    double degrees = 0.0;   // of freedom; 0: there is one seed, or one method, and nothing is known
};

/// The residual of seed means after the effects of method and seed are taken out, as in the analysis of a
/// randomised block design; for two methods it is the variance of a paired test. All matrices have the same
/// size.
SeedNoise seed_noise(const std::vector<LossMatrix>& methods);

}  // namespace tunebench
