// The model and the tokenizer that a run begins with: those of model.path, with model.added_tokens.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/models/model_config.h"
#include "core/run/run_config.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

/// What reads the run's texts. The errors of Tokenizer::load, and those of tokens that cannot be added.
Result<Tokenizer> tokenizer_of(const ModelSection& model);

/// As config.json describes it, with rows for the tokens that are added; the task comes later (task.h). Reads
/// the tokenizer only where tokens are added.
Result<ModelConfig> stored_model_of(const ModelSection& model);

/// Writes the tokenizer's files with the added tokens into a result's folder, over those that it has; nothing
/// where none are added.
Result<void> write_added_tokens(const ModelSection& model, const std::filesystem::path& folder);

}  // namespace tunebench
