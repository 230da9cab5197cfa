// Llama 1 to 3 and everything that shares its config.json (TinyLlama, SmolLM, …).
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config));
    return read_biases(json, config);
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json);
    write_biases(config, json);
}

}  // namespace

const Family& llama_family() {
    static const Family family{"llama", "LlamaForCausalLM", read, write, llama_names()};
    return family;
}

}  // namespace tunebench
