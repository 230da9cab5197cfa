// Qwen 3: Llama whose queries and keys are normed, head by head, before they are rotated.
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config));
    // Absent, it is no share of the hidden size.
    TRY(config.head_dim, positive_or(json, "head_dim", 128));
    TRY(config.attention_bias, boolean_or(json, "attention_bias", false));
    config.attention_output_bias = config.attention_bias;
    config.query_key_norm = QueryKeyNorm::Head;
    return read_qwen_window(json, config);
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json);
    json["attention_bias"] = config.attention_bias;
    write_qwen_window(config, json);
}

ModuleNames names() {
    auto names = llama_names();
    names.query_norm = "self_attn.q_norm";
    names.key_norm = "self_attn.k_norm";
    return names;
}

}  // namespace

const Family& qwen3_family() {
    static const Family family{"qwen3", "Qwen3ForCausalLM", read, write, names()};
    return family;
}

}  // namespace tunebench
