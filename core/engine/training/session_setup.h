// From a RunConfig to a session that is ready to run.
#pragma once

#include <memory>

#include "core/base/result.h"
#include "core/engine/training/session.h"

namespace tunebench {

/// What a run begins with.
TrainingState starting_state(const RunConfig& config, const std::vector<std::string>& labels);

/// Loads tokenizer, data and model, attaches the method and, with `resume`, restores the newest valid
/// checkpoint. Reading the data can be cancelled, and tells how far it is. `calls` write the checkpoints, and
/// outlive the session.
Result<std::unique_ptr<Session>> make_session(const RunConfig& config, const RunFolder& folder, bool resume,
                                              const Preparation& preparation = {},
                                              const FileCalls& calls = real_file_calls());

}  // namespace tunebench
