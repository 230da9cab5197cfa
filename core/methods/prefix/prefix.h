// Prefix-tuning's parameters (arXiv:2101.00190): trained keys and values before the first token, in every
// layer. Names and defaults as in PEFT's PrefixTuningConfig where it has them.
#pragma once

#include <string>

#include "core/base/json.h"
#include "core/models/model_config.h"
#include "core/params/field.h"

namespace tunebench::prefix {

/// Two libraries compute different things under this name.
///   PEFT        it counts as tokens: text begins after it, and a sliding window passes over it. It has the
///               model's key heads.
///   AdapterHub  it stands beside the text, which begins at position 0 and sees all of it. It has a key for
///               every attention head.
enum class Convention { Peft, AdapterHub };
enum class Initialization { Random, Zero };

struct Config {
    std::int64_t num_virtual_tokens = 20;
    Convention convention = Convention::Peft;
    Initialization initialization = Initialization::Random;
    bool prefix_projection = false;
    std::int64_t encoder_hidden_size = 0;  // 0: as the library of the convention has it
};

const std::vector<Field<Config>>& fields();

/// Heads of the prefix's keys and values.
std::int64_t prefix_heads(const ModelConfig& model, const Config& config);

/// Width of one virtual token's keys in one layer; its values are as wide.
std::int64_t token_dim(const ModelConfig& model, const Config& config);

/// Width of everything that one virtual token has: layer after layer its keys, then its values.
std::int64_t row_width(const ModelConfig& model, const Config& config);

/// Width between the two linear maps of the projection.
std::int64_t projection_width(const ModelConfig& model, const Config& config);

/// Names of the parameters: the rows of all layers, or with a projection its embedding, then weight and bias
/// of its two linear maps.
std::vector<std::string> parameter_names(const ModelConfig& model, const Config& config);

/// PEFT's adapter_config.json, and back. Files hold the projected prefix, so that neither has a projection.
Result<Json> to_peft(const ModelConfig& model, const ParamMap& params, const std::string& base_model);
bool is_peft(const Json& adapter_config);
Result<ParamMap> from_peft(const Json& adapter_config, const ModelConfig& model);

/// AdapterHub's, and back. A projection stays one.
Result<Json> to_adapterhub(const ModelConfig& model, const ParamMap& params, const std::string& base_model);
bool is_adapterhub(const Json& adapter_config);
Result<ParamMap> from_adapterhub(const Json& adapter_config, const ModelConfig& model);

}  // namespace tunebench::prefix
