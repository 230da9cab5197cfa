// Llama 1 to 3 and everything that shares its config.json (TinyLlama, SmolLM, …).
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config));
    TRY(config.attention_bias, boolean_or(json, "attention_bias", false));
    config.attention_output_bias = config.attention_bias;
    TRY(config.mlp_bias, boolean_or(json, "mlp_bias", false));
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json);
    json["attention_bias"] = config.attention_bias;
    json["mlp_bias"] = config.mlp_bias;
}

}  // namespace

const Family& llama_family() {
    static const Family family{"llama", "LlamaForCausalLM", read, write, llama_names()};
    return family;
}

}  // namespace tunebench
