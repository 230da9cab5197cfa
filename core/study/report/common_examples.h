// The losses of a study's methods on the seeds and examples that all of them have.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/study/queue/study_results.h"
#include "core/study/statistics/loss_matrix.h"

namespace tunebench {

/// An arm that was measured and cannot be paired with the baseline.
struct UnpairedArm {
    std::size_t arm = 0;
    std::string reason = {};  // "it was not measured with a seed of the baseline"
};

struct CommonLosses {
    std::vector<std::size_t> arms = {};   // that are compared: indices of the study's
    std::vector<LossMatrix> losses = {};  // of each of them
    std::vector<std::size_t> seeds = {};  // indices
    std::vector<std::size_t> examples = {};
    std::vector<UnpairedArm> unpaired = {};
};

/// The run was measured, and its loss is a number.
bool is_usable(const std::optional<MeasuredRun>& run);

/// An arm with a run that failed is left out; seeds that have not been run by all others are, too. So is, as
/// unpaired, an arm whose losses count other tokens than the baseline's (`tokens`: token_identity of each
/// arm), or that would leave no common seed.
CommonLosses common_losses(const StudyResults& results, std::size_t baseline,
                           const std::vector<std::string>& tokens);

}  // namespace tunebench
