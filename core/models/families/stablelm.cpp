// StableLM: Llama with LayerNorm and a part of each head rotated; attention and MLP may stand side by side.
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

constexpr LlamaDefaults kDefaults = {.norm_eps_key = "layer_norm_eps",
                                     .norm_eps = 1e-5,
                                     .partial_rotary_factor = 0.25,
                                     .max_position_embeddings = 4096};

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config, kDefaults));
    TRY(config.attention_bias, boolean_or(json, "use_qkv_bias", false));
    TRY(config.parallel_residual, boolean_or(json, "use_parallel_residual", false));
    config.shared_norm = config.parallel_residual;
    TRY_VOID(refuse_variant(json, "qk_layernorm", false));
    config.norm = NormKind::LayerNorm;
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json, kDefaults);
    if (config.rope.dimensions == 0)
        json["partial_rotary_factor"] = 1.0;
    json["use_qkv_bias"] = config.attention_bias;
    json["use_parallel_residual"] = config.parallel_residual;
}

}  // namespace

const Family& stablelm_family() {
    static const Family family{"stablelm", "StableLmForCausalLM", read, write, llama_names()};
    return family;
}

}  // namespace tunebench
