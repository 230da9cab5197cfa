// Phi 1 to 2: attention and MLP side by side behind one LayerNorm, part of each head rotated, biases
// everywhere, in the head too.
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

constexpr LlamaDefaults kDefaults = {.activation = "gelu_new",
                                     .norm_eps_key = "layer_norm_eps",
                                     .norm_eps = 1e-5,
                                     .partial_rotary_factor = 0.5};

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config, kDefaults));
    TRY_VOID(refuse_variant(json, "qk_layernorm", false));
    config.norm = NormKind::LayerNorm;
    config.parallel_residual = config.shared_norm = true;
    config.gated_mlp = false;
    config.attention_bias = config.attention_output_bias = config.mlp_bias = config.head_bias = true;
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json, kDefaults);
}

}  // namespace

const Family& phi_family() {
    static const Family family{"phi",
                               "PhiForCausalLM",
                               read,
                               write,
                               {.prefix = "model.",
                                .embedding = "model.embed_tokens",
                                .layers = "model.layers",
                                .attention_norm = "input_layernorm",
                                .final_norm = "model.final_layernorm",
                                .query = "self_attn.q_proj",
                                .key = "self_attn.k_proj",
                                .value = "self_attn.v_proj",
                                .attention_output = "self_attn.dense",
                                .up = "mlp.fc1",
                                .down = "mlp.fc2"}};
    return family;
}

}  // namespace tunebench
