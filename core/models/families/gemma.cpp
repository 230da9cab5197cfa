// Gemma: Llama with scaled embeddings, a gate of GELU, and norms that multiply by 1 + weight.
#include "core/models/families/gemma_keys.h"

namespace tunebench {
namespace {

constexpr LlamaDefaults kDefaults = {.activation_key = "hidden_act",
                                     .activation = "gelu_pytorch_tanh",
                                     .tied = true,
                                     .max_position_embeddings = 8192};

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_gemma_like(json, config, kDefaults));
    // Files of the first release say gelu under this key and mean its approximation; hidden_activation, where
    // it is there, is what counts.
    TRY(const auto activation, optional_string(json, "hidden_activation"));
    config.activation = Activation::GeluTanh;
    if (activation) {
        TRY(config.activation, activation_from(json, "hidden_activation", "gelu_pytorch_tanh"));
    }
    TRY(config.attention_bias, boolean_or(json, "attention_bias", false));
    config.attention_output_bias = config.attention_bias;
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json, kDefaults);
    json["hidden_activation"] = activation_name(config.activation);
    json["attention_bias"] = config.attention_bias;
}

}  // namespace

const Family& gemma_family() {
    static const Family family{"gemma", "GemmaForCausalLM", read, write, llama_names()};
    return family;
}

}  // namespace tunebench
