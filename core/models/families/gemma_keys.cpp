#include "core/models/families/gemma_keys.h"

#include <cmath>

#include <fmt/format.h>

namespace tunebench {
namespace {

OrderedJson cap(double value) {
    return value > 0.0 ? OrderedJson(value) : OrderedJson(nullptr);
}

}  // namespace

Result<void> read_gemma_like(const Json& json, ModelConfig& config, const LlamaDefaults& defaults) {
    TRY_VOID(read_llama_like(json, config, defaults));
    TRY(config.head_dim, positive_or(json, "head_dim", 256));
    config.embedding_scale = std::sqrt(static_cast<double>(config.hidden_size));
    config.norm_adds_one = true;
    return {};
}

Result<void> read_new_gemma(const Json& json, ModelConfig& config) {
    TRY(config.attention_bias, boolean_or(json, "attention_bias", false));
    config.attention_output_bias = config.attention_bias;
    TRY(const auto scalar, number_or(json, "query_pre_attn_scalar", 256.0));
    if (!(scalar > 0.0))
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("query_pre_attn_scalar is {:g}", scalar),
                     .hint = "Download the model's config.json again.",
                     .field = "query_pre_attn_scalar"};
    config.attention_scale = 1.0 / std::sqrt(scalar);
    config.norm_placement = NormPlacement::Around;
    return {};
}

void write_new_gemma(const ModelConfig& config, OrderedJson& json) {
    const auto scale = config.attention_scale.value_or(1.0);
    json["attention_bias"] = config.attention_bias;
    json["query_pre_attn_scalar"] = 1.0 / (scale * scale);
    json["attn_logit_softcapping"] = cap(config.attention_softcap);
    json["final_logit_softcapping"] = cap(config.logit_softcap);
    json["sliding_window"] =
        config.sliding_window ? OrderedJson(*config.sliding_window) : OrderedJson(nullptr);
    write_sliding_layers(config, json);
}

ModuleNames new_gemma_names() {
    auto names = llama_names();
    names.attention_output_norm = "post_attention_layernorm";
    names.mlp_norm = "pre_feedforward_layernorm";
    names.mlp_output_norm = "post_feedforward_layernorm";
    return names;
}

}  // namespace tunebench
