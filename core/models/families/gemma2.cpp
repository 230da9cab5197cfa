// Gemma 2: Gemma with norms around attention and MLP, soft caps, and a window in every other layer.
#include "core/models/families/gemma_keys.h"

namespace tunebench {
namespace {

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_gemma_like(json, config, kNewGemmaDefaults));
    TRY_VOID(read_new_gemma(json, config));
    TRY(config.attention_softcap, number_or(json, "attn_logit_softcapping", 50.0));
    TRY(config.logit_softcap, number_or(json, "final_logit_softcapping", 30.0));
    TRY(config.sliding_window, window_or(json, kUsualWindow));
    TRY(config.sliding_layers,
        sliding_layers_from(json, config.num_hidden_layers, [](auto layer) { return layer % 2 == 0; }));
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json, kNewGemmaDefaults);
    write_new_gemma(config, json);
}

}  // namespace

const Family& gemma2_family() {
    static const Family family{"gemma2", "Gemma2ForCausalLM", read, write, new_gemma_names()};
    return family;
}

}  // namespace tunebench
