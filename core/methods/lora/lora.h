// LoRA's parameters (arXiv:2106.09685). y = x W0ᵀ + b + s · dropout(x) Aᵀ Bᵀ, with s = alpha / rank, or
// alpha / √rank when rank-stabilised (arXiv:2312.03732). Names and defaults as in PEFT's LoraConfig where it
// has them.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/models/parameters.h"
#include "core/params/field.h"

namespace tunebench::lora {

enum class Bias { None, All, LoraOnly };

struct Config {
    std::int64_t rank = 16;
    double alpha = 32.0;
    double dropout = 0.0;
    TextOrList targets = {.text = "all-linear"};
    bool rank_stabilized = false;
    Bias bias = Bias::None;
    NumberMap rank_pattern = {};
    NumberMap alpha_pattern = {};
    std::vector<std::string> modules_to_save = {};
};

/// One adapted projection: `path` gets A (rank, in) and B (out, rank) with scale s.
struct Adapted {
    ProjectionInfo projection = {};
    std::int64_t rank = 0;
    double alpha = 0.0;
    double scale = 0.0;
};

const std::vector<Field<Config>>& fields();

/// The projections that `config` adapts, in the order of the forward pass. Names match as in PEFT: a list
/// entry is equal to the path or its last components; a text other than "all-linear" and "attention" is a
/// regular expression over the full path; pattern keys match `(.*\.)?KEY`. An entry that matches nothing is
/// an error that names it.
Result<std::vector<Adapted>> adapted_projections(const ModelConfig& model, const Config& config);

/// PEFT's adapter_config.json for these parameters, with every key that PEFT 0.17 writes, and back. Reading
/// refuses what changes the result and is not supported here (DoRA, LoRA biases, replicated layers), naming
/// the key.
Result<Json> to_peft(const ModelConfig& model, const ParamMap& params, const std::string& base_model);
bool is_peft(const Json& adapter_config);
Result<ParamMap> from_peft(const Json& adapter_config, const ModelConfig& model);

}  // namespace tunebench::lora
