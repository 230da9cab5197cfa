// Prompt tuning's parameters (arXiv:2104.08691): trained token embeddings before the text. Names and defaults
// as in PEFT's PromptTuningConfig where it has them, but for the start: PEFT's random one is some fifty times
// larger than real embeddings and hardly learns.
#pragma once

#include <string>

#include "core/base/json.h"
#include "core/models/model_config.h"
#include "core/params/field.h"

namespace tunebench::prompt {

enum class Initialization { Random, SampledVocabulary, Text };

struct Config {
    std::int64_t num_virtual_tokens = 20;
    Initialization initialization = Initialization::SampledVocabulary;
    std::string initialization_text = {};
};

const std::vector<Field<Config>>& fields();

/// PEFT's adapter_config.json, and back. The start that it names is random, so that no tokenizer is needed to
/// load the file; the stored values take its place.
Result<Json> to_peft(const ModelConfig& model, const ParamMap& params, const std::string& base_model);
bool is_peft(const Json& adapter_config);
Result<ParamMap> from_peft(const Json& adapter_config, const ModelConfig& model);

}  // namespace tunebench::prompt
