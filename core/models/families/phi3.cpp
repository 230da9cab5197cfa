// Phi-3 and 4: Llama with one projection for query, key and value and one for gate and up, and frequencies
// for long texts.
#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

constexpr LlamaDefaults kDefaults = {.norm_eps = 1e-5, .max_position_embeddings = 4096};

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config, kDefaults));
    TRY(config.sliding_window, optional_integer(json, "sliding_window"));
    config.fused_qkv = FusedQkv::Stacked;
    config.fused_gate_up = true;
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json, kDefaults);
    if (config.rope.original_max_position_embeddings > 0)
        json["original_max_position_embeddings"] = config.rope.original_max_position_embeddings;
    json["sliding_window"] =
        config.sliding_window ? OrderedJson(*config.sliding_window) : OrderedJson(nullptr);
}

ModuleNames names() {
    auto names = llama_names();
    names.query_key_value = "self_attn.qkv_proj";
    names.gate_up = "mlp.gate_up_proj";
    return names;
}

}  // namespace

const Family& phi3_family() {
    static const Family family{"phi3", "Phi3ForCausalLM", read, write, names()};
    return family;
}

}  // namespace tunebench
