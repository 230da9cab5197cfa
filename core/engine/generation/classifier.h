// What a classifier makes of texts.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/engine/models/causal_model.h"
#include "core/engine_api/engine.h"
#include "core/jobs/cancel_token.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

/// One answer a text, in order: all labels with their probabilities. With `second_texts`, as many, each text
/// is read with the one at its place. What is longer than the model's positions is cut. InvalidArgument for a
/// text without tokens.
Result<Generation> classify_texts(const CausalModel& model, const Tokenizer& tokenizer,
                                  const std::vector<std::string>& texts,
                                  const std::vector<std::string>& second_texts, const CancelToken& cancel);

}  // namespace tunebench
