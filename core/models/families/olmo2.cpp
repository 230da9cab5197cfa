// OLMo 2: Llama whose norms stand behind attention and MLP, and on queries and keys as a whole.
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

constexpr LlamaDefaults kDefaults = {.norm_eps = 1e-5};

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config, kDefaults));
    TRY(config.attention_bias, boolean_or(json, "attention_bias", false));
    config.attention_output_bias = config.attention_bias;
    config.norm_placement = NormPlacement::Behind;
    config.query_key_norm = QueryKeyNorm::Whole;
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json, kDefaults);
    json["attention_bias"] = config.attention_bias;
}

ModuleNames names() {
    auto names = llama_names();
    names.attention_norm = names.mlp_norm = "";
    names.attention_output_norm = "post_attention_layernorm";
    names.mlp_output_norm = "post_feedforward_layernorm";
    names.query_norm = "self_attn.q_norm";
    names.key_norm = "self_attn.k_norm";
    return names;
}

}  // namespace

const Family& olmo2_family() {
    static const Family family{"olmo2", "Olmo2ForCausalLM", read, write, names()};
    return family;
}

}  // namespace tunebench
