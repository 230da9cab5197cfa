// Prefix-tuning's parameters (arXiv:2101.00190): trained keys and values before the first token, in every
// layer. Names and defaults as in PEFT's PrefixTuningConfig where it has them.
#pragma once

#include <string>

#include "core/base/json.h"
#include "core/models/model_config.h"
#include "core/params/field.h"

namespace tunebench::prefix {

enum class Initialization { Random, Zero };

struct Config {
    std::int64_t num_virtual_tokens = 20;
    Initialization initialization = Initialization::Random;
    bool prefix_projection = false;
    std::int64_t encoder_hidden_size = 0;  // 0: token_dim
};

const std::vector<Field<Config>>& fields();

/// Width of one virtual token's keys in one layer; its values are as wide. Queries may have more heads.
std::int64_t token_dim(const ModelConfig& model);

/// Width of everything that one virtual token has: layer after layer its keys, then its values.
std::int64_t row_width(const ModelConfig& model);

/// Width between the two linear maps of the projection.
std::int64_t projection_width(const ModelConfig& model, const Config& config);

/// PEFT's adapter_config.json, and back. Files hold the projected prefix, so that neither has a projection.
Result<Json> to_peft(const ModelConfig& model, const ParamMap& params, const std::string& base_model);
bool is_peft(const Json& adapter_config);
Result<ParamMap> from_peft(const Json& adapter_config, const ModelConfig& model);

}  // namespace tunebench::prefix
