// Granite: Llama with a factor on embeddings, scores, branches and logits.
#include <fmt/format.h>

#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config));
    TRY_VOID(read_biases(json, config));
    TRY(config.embedding_scale, number_or(json, "embedding_multiplier", 1.0));
    TRY(config.residual_scale, number_or(json, "residual_multiplier", 1.0));
    TRY(config.attention_scale, number_or(json, "attention_multiplier", 1.0));
    TRY(const auto divisor, number_or(json, "logits_scaling", 1.0));
    if (divisor == 0.0)
        return Error{.code = ErrorCode::Corrupt,
                     .message = "logits_scaling is 0",
                     .hint = "Download the model's config.json again.",
                     .field = "logits_scaling"};
    config.logit_scale = 1.0 / divisor;
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    write_llama_like(config, json);
    write_biases(config, json);
    json["embedding_multiplier"] = config.embedding_scale;
    json["residual_multiplier"] = config.residual_scale;
    json["attention_multiplier"] = config.attention_scale.value_or(1.0);
    json["logits_scaling"] = 1.0 / config.logit_scale;
}

}  // namespace

const Family& granite_family() {
    static const Family family{"granite", "GraniteForCausalLM", read, write, llama_names()};
    return family;
}

}  // namespace tunebench
