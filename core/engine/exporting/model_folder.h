// A whole model in Hugging Face's layout: config.json, model.safetensors and the tokenizer's files.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/engine/models/causal_model.h"

namespace tunebench {

/// Projections must have been merged (Projection::merge): no deltas, and every weight dense. Files that describe the model and its tokenizer are copied from `source`;
/// without one, config.json is written anew.
Result<void> write_model_folder(const std::filesystem::path& folder, CausalModel& model,
                                const std::filesystem::path& source);

}  // namespace tunebench
