// LoRA's parameters (arXiv:2106.09685). y = x W0ᵀ + b + s · dropout(x) Aᵀ Bᵀ, with s = alpha / rank, or
// alpha / √rank when rank-stabilised (arXiv:2312.03732). On the token embedding: E[t] + s · B A[:, t]. Names
// and defaults as in PEFT's LoraConfig where it has them.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/methods/method.h"
#include "core/models/parameters.h"
#include "core/params/field.h"

namespace tunebench::lora {

enum class Bias { None, All, LoraOnly };

/// Where A and B start. PiSSA (arXiv:2404.02948) and OLoRA (arXiv:2406.01775) take them from the weight,
/// which then holds what is left.
enum class Initialization { Default, Gaussian, Pissa, Olora };

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
    std::string layers = "all";
    TextOrList exclude = {};
    Initialization initialization = Initialization::Default;
    double learning_rate_ratio = 1.0;  // of B to A: LoRA+ (arXiv:2402.12354)
};

/// One adapted module: `path` gets A (rank, in) and B (out, rank) with scale s. The token embedding counts as
/// a map from the vocabulary to the hidden size.
struct Adapted {
    ProjectionInfo projection = {};
    std::int64_t rank = 0;
    double alpha = 0.0;
    double scale = 0.0;
    bool is_embedding = false;
};

const std::vector<Field<Config>>& fields();

/// Whether the base weights lose what A and B start with.
constexpr bool is_cut_out(Initialization initialization) {
    return initialization == Initialization::Pissa || initialization == Initialization::Olora;
}

/// The projections that `config` adapts, and the token embedding where it is named, in the order of the
/// forward pass. Names match as in PEFT: a list entry is equal to the path or its last components; a text
/// other than "all-linear" and "attention" is a regular expression over the full path; pattern keys match
/// `(.*\.)?KEY`. An entry that matches nothing is an error that names it.
Result<std::vector<Adapted>> adapted_projections(const ModelConfig& model, const Config& config);

/// "all", or block numbers and ranges of them ("0-3, 8"), as a list in increasing order.
Result<std::vector<std::int64_t>> chosen_layers(const std::string& layers, std::int64_t count);

/// The modules that train whole: those of `config`, and, where the model has rows for new tokens, the
/// embedding and the head over the vocabulary, as one does with PEFT. By name, or by the end of the path.
std::vector<std::string> saved_modules(const ModelConfig& model, const Config& config);

/// What trains under `config`: A and B of each module, then biases and modules trained whole.
Result<MethodPlan> plan_of(const ModelConfig& model, const Config& config);

/// "base_model.model.<module>.<suffix>": a tensor's name in PEFT's file.
std::string exported_name(const std::string& module, std::string_view suffix);

/// PEFT's adapter_config.json for these parameters, with every key that PEFT 0.17 writes. PiSSA and OLoRA are
/// written as plain LoRA of twice the rank, which fits the unchanged base model.
Result<Json> peft_config(const ModelConfig& model, const Config& config, const std::string& base_model);

/// The way back. Refuses what changes the result and is not supported here (LoRA biases, replicated layers),
/// naming the key. Whether it is DoRA, the caller judges.
Result<Config> config_from_peft(const Json& adapter_config, const ModelConfig& model);

}  // namespace tunebench::lora
