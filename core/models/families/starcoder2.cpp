// StarCoder 2: Llama with LayerNorm, an MLP without a gate, and biases in all of its maps.
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

constexpr LlamaDefaults kDefaults = {.activation = "gelu_pytorch_tanh",
                                     .norm_eps_key = "norm_epsilon",
                                     .norm_eps = 1e-5,
                                     .tied = true,
                                     .max_position_embeddings = 4096};

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config, kDefaults));
    TRY(config.attention_bias, boolean_or(json, "use_bias", true));
    TRY(config.sliding_window, optional_integer(json, "sliding_window"));
    config.attention_output_bias = config.mlp_bias = config.attention_bias;
    config.norm = NormKind::LayerNorm;
    config.gated_mlp = false;
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json, kDefaults);
    json["use_bias"] = config.attention_bias;
    json["sliding_window"] =
        config.sliding_window ? OrderedJson(*config.sliding_window) : OrderedJson(nullptr);
}

ModuleNames names() {
    auto names = llama_names();
    names.gate = "";
    names.up = "mlp.c_fc";
    names.down = "mlp.c_proj";
    return names;
}

}  // namespace

const Family& starcoder2_family() {
    static const Family family{"starcoder2", "Starcoder2ForCausalLM", read, write, names(), false};
    return family;
}

}  // namespace tunebench
