// Settings of precision, and those of the budget that depend on them, against each other.
#pragma once

#include "core/base/result.h"
#include "core/run/run_config.h"

namespace tunebench {

/// Whether the factor that the loss is multiplied with is found while training.
bool scales_loss_dynamically(const PrecisionSection& precision);

/// InvalidArgument with the field that has to change: two 16-bit types in one model; an update within
/// backward (budget.update_in_backward) beside something that needs all gradients before it.
Result<void> check_precision(const RunConfig& config);

}  // namespace tunebench
