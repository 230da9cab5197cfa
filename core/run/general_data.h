// Text of another kind than a model is trained on: how much worse it gets on it is what it forgets.
#pragma once

#include <vector>

#include "core/run/run_config.h"

namespace tunebench {

/// The metric of runs: the mean loss on their general text, of the model before the first step and of the
/// result.
inline constexpr const char* kGeneralLoss = "general_loss";

/// How such files are read: cut as the run's own data, and everything in them counts.
DataSection general_data(DataSection data, std::vector<WeightedFile> files);

}  // namespace tunebench
