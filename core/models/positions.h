// How much text fits into the positions of a model.
#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/models/model_config.h"

namespace tunebench {

/// Whether sequences of `max_length` tokens, which a method begins with `tokens_before` virtual ones, fit
/// into the positions of the model. InvalidArgument names the length that does.
Result<void> check_positions(const ModelConfig& model, std::int64_t max_length, std::int64_t tokens_before);

}  // namespace tunebench
