// The general text of a run as examples.
#pragma once

#include "core/base/result.h"
#include "core/data/dataset.h"
#include "core/jobs/cancel_token.h"
#include "core/run/run_config.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

/// The general text of a run; empty without one, and of a classifier. Errors as load_training_data.
Result<Dataset> load_general_text(const RunConfig& config, const Tokenizer& tokenizer,
                                  const CancelToken& cancel);

}  // namespace tunebench
