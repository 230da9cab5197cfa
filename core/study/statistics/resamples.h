// Resamples: the hierarchical bootstrap over seeds and examples. A resample draws examples with replacement,
// and seeds with replacement, each seed with all examples drawn: the two are crossed (Owen, "The pigeonhole
// bootstrap", Annals of Applied Statistics 2007, where this is shown to be mildly conservative). Of S seeds S
// - 1 are drawn, which makes the spread of a mean over few seeds as large as it is instead of (S - 1) / S of
// it (Rao and Wu, "Resampling inference with complex survey data", JASA 1988). A single seed is kept as it
// is.
#pragma once

#include <cstdint>
#include <vector>

#include "core/study/statistics/loss_matrix.h"

namespace tunebench {

struct BootstrapSettings {
    std::int64_t resamples = 2000;
    std::uint64_t seed = 1;
};

class Resamples {
public:
    /// For all matrices of this size: they are resampled alike. The same settings give the same resamples.
    Resamples(std::size_t seeds, std::size_t examples, const BootstrapSettings& settings);

    std::size_t size() const { return size_; }

    /// The mean of the matrix in each resample.
    std::vector<double> means(const LossMatrix& losses) const;

private:
    std::size_t seeds_, examples_, size_;
    std::vector<std::uint16_t> seed_counts_;     // size × seeds: how often each was drawn
    std::vector<std::uint16_t> example_counts_;  // size × examples
};

}  // namespace tunebench
