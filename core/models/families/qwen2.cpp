// Qwen2 and 2.5: Llama with biases on query, key and value.
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config));
    config.attention_bias = true;
    return read_qwen_window(json, config);
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json);
    write_qwen_window(config, json);
}

}  // namespace

const Family& qwen2_family() {
    static const Family family{"qwen2", "Qwen2ForCausalLM", read, write, llama_names()};
    return family;
}

}  // namespace tunebench
