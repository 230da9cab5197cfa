// From a RunConfig to a session that is ready to run.
#pragma once

#include <memory>

#include "core/base/result.h"
#include "core/engine/training/session.h"

namespace tunebench {

/// What a run begins with.
TrainingState starting_state(const RunConfig& config, const std::vector<std::string>& labels);

/// Loads tokenizer, data and model, attaches the method and, with `resume`, restores the newest valid
/// checkpoint.
Result<std::unique_ptr<Session>> make_session(const RunConfig& config, const RunFolder& folder, bool resume);

}  // namespace tunebench
