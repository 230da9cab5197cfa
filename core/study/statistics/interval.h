// The mean of losses over seeds and examples with its uncertainty.
//
// The standard error is that of the hierarchical bootstrap; what few seeds leave unknown of it is in
// Student's distribution, whose degrees of freedom follow Satterthwaite ("An approximate distribution of
// estimates of variance components", Biometrics 1946): near the number of seeds less one where seeds make the
// difference, up to that of the examples where they do not. With one seed it says nothing about other seeds.
#pragma once

#include "core/study/statistics/resamples.h"
#include "core/study/statistics/seed_noise.h"

namespace tunebench {

struct MeanWithError {
    double mean = 0.0;
    double standard_error = 0.0;
    double degrees = 1.0;  // of freedom

    /// Half the width of the confidence interval, as in 0.95.
    double margin(double confidence) const;

    /// Two-sided, of a true mean of 0. 1 where there is nothing but zeros.
    double p_value() const;
};

/// `losses` has at least one seed and two examples, the size of the resamples. Two or three seeds that agree
/// by chance would promise too much: the seeds' part of the error is at least `noise`.
MeanWithError mean_with_error(const LossMatrix& losses, const Resamples& resamples,
                              const SeedNoise& noise = {});

}  // namespace tunebench
