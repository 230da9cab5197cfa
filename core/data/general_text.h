// Text of another kind than a model is trained on: how much worse it gets on it is what it forgets.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/data/dataset.h"
#include "core/jobs/cancel_token.h"
#include "core/run/run_config.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

/// The metric of runs: the mean loss on their general text, of the model before the first step and of the
/// result.
inline constexpr const char* kGeneralLoss = "general_loss";

/// How such files are read: cut as the run's own data, and everything in them counts.
DataSection general_data(DataSection data, std::vector<WeightedFile> files);

/// The general text of a run; empty without one, and of a classifier. Errors as load_training_data.
Result<Dataset> load_general_text(const RunConfig& config, const Tokenizer& tokenizer,
                                  const CancelToken& cancel);

}  // namespace tunebench
