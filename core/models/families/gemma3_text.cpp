// Gemma 3, the text model: Gemma 2 with normed queries and keys in place of the caps, and a rotation of their
// own in layers with a window.
#include "core/models/families/gemma_keys.h"

namespace tunebench {
namespace {

constexpr double kSlidingTheta = 10000.0;
constexpr std::int64_t kPattern = 6;

LlamaDefaults defaults() {
    auto defaults = kNewGemmaDefaults;
    defaults.theta = 1e6;
    defaults.max_position_embeddings = 131072;
    return defaults;
}

/// Newer files have a rotation for each type of layer.
Result<void> read_rotations(const Json& json, ModelConfig& config) {
    const RopeContext context{.head_dim = config.head_dim,
                              .max_position_embeddings = config.max_position_embeddings};
    auto whole = context, sliding = context;
    whole.theta = 1e6;
    TRY(sliding.theta, number_or(json, "rope_local_base_freq", kSlidingTheta));
    const auto* parameters = find_member(json, "rope_parameters");
    const auto* of_whole = parameters ? find_member(*parameters, "full_attention") : nullptr;
    const auto* of_sliding = parameters ? find_member(*parameters, "sliding_attention") : nullptr;
    TRY(config.rope, rope_from(of_whole ? Json{{"rope_parameters", *of_whole}} : json, whole));
    TRY(config.sliding_rope,
        rope_from(of_sliding ? Json{{"rope_parameters", *of_sliding}} : Json::object(), sliding));
    return {};
}

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_gemma_like(json, config, defaults()));
    TRY_VOID(read_new_gemma(json, config));
    TRY_VOID(read_rotations(json, config));
    TRY_VOID(refuse_variant(json, "use_bidirectional_attention", false));
    TRY(config.attention_softcap, number_or(json, "attn_logit_softcapping", 0.0));
    TRY(config.logit_softcap, number_or(json, "final_logit_softcapping", 0.0));
    TRY(config.sliding_window, positive_or(json, "sliding_window", 4096));
    TRY(auto pattern, positive_or(json, "sliding_window_pattern", kPattern));
    TRY(pattern, positive_or(json, "_sliding_window_pattern", pattern));
    TRY(config.sliding_layers, sliding_layers_from(json, config.num_hidden_layers, [pattern](auto layer) {
            return (layer + 1) % pattern != 0;
        }));
    config.query_key_norm = QueryKeyNorm::Head;
    config.scales_lookup = true;
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json, defaults());
    write_new_gemma(config, json);
    json["rope_local_base_freq"] = config.sliding_rope->theta;
}

ModuleNames names() {
    auto names = new_gemma_names();
    names.query_norm = "self_attn.q_norm";
    names.key_norm = "self_attn.k_norm";
    return names;
}

}  // namespace

const Family& gemma3_text_family() {
    static const Family family{"gemma3_text", "Gemma3ForCausalLM", read, write, names()};
    return family;
}

}  // namespace tunebench
