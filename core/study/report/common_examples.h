// The losses of a study's methods on the seeds and examples that all of them have.
#pragma once

#include <cstddef>
#include <vector>

#include "core/study/queue/study_results.h"
#include "core/study/statistics/loss_matrix.h"

namespace tunebench {

struct CommonLosses {
    std::vector<std::size_t> arms = {};   // that are compared: indices of the study's
    std::vector<LossMatrix> losses = {};  // of each of them
    std::vector<std::size_t> seeds = {};  // indices
    std::vector<std::size_t> examples = {};
};

/// The run was measured, and its loss is a number.
bool is_usable(const std::optional<MeasuredRun>& run);

/// An arm with a run that failed is left out; seeds that have not been run by all others are, too.
CommonLosses common_losses(const StudyResults& results);

}  // namespace tunebench
