// Mixtral: Mistral with experts in the place of every MLP.
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

constexpr LlamaDefaults kDefaults = {.norm_eps = 1e-5, .theta = 1e6, .max_position_embeddings = 131072};
constexpr std::string_view kCount = "num_local_experts";

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config, kDefaults));
    TRY(config.sliding_window, optional_integer(json, "sliding_window"));
    TRY(const auto jitter, number_or(json, "router_jitter_noise", 0.0));
    if (jitter != 0.0)
        return Error{.code = ErrorCode::Unsupported,
                     .message = "router_jitter_noise is not supported yet",
                     .hint = "Set it to 0 in config.json: it is noise in training, and no part of the model.",
                     .field = "router_jitter_noise"};
    TRY(auto experts, experts_from(json, kCount, 2));
    experts.intermediate_size = config.intermediate_size;
    experts.renormalizes = true;
    config.experts = std::move(experts);
    return check_experts(*config.experts, config.num_hidden_layers, kCount);
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json, kDefaults);
    json["sliding_window"] =
        config.sliding_window ? OrderedJson(*config.sliding_window) : OrderedJson(nullptr);
    write_experts(*config.experts, kCount, json);
}

ModuleNames names() {
    auto names = llama_names();
    names.gate = names.up = names.down = {};
    names.router = "block_sparse_moe.gate";
    names.experts = "block_sparse_moe.experts";
    names.expert_gate = "w1";
    names.expert_up = "w3";
    names.expert_down = "w2";
    return names;
}

}  // namespace

const Family& mixtral_family() {
    static const Family family{"mixtral", "MixtralForCausalLM", read, write, names()};
    return family;
}

}  // namespace tunebench
