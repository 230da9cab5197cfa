#include "core/methods/prefix/prefix.h"
#include "core/methods/prompt_learning.h"

namespace tunebench::prefix {
namespace {

constexpr std::string_view kType = "PREFIX_TUNING";

}  // namespace

Result<Json> to_peft(const ModelConfig& model, const ParamMap& params, const std::string& base_model) {
    TRY(const auto config, config_from(fields(), params));
    if (config.convention != Convention::Peft)
        return Error{.code = ErrorCode::Unsupported,
                     .message =
                         "Prefix-tuning by AdapterHub's convention has no form in PEFT's format, whose "
                         "prefix counts as tokens",
                     .hint = "Choose adapterhub, or train with the convention peft.",
                     .field = "convention"};
    auto json = prompt_learning_json(model,
                                     {.peft_type = kType,
                                      .num_virtual_tokens = config.num_virtual_tokens,
                                      .token_dim = token_dim(model, config),
                                      .num_attention_heads = prefix_heads(model, config)},
                                     base_model);
    json["encoder_hidden_size"] = projection_width(model, config);
    json["prefix_projection"] = false;
    return json;
}

bool is_peft(const Json& json) {
    return is_prompt_learning(json, kType);
}

Result<ParamMap> from_peft(const Json& json, const ModelConfig& model) {
    Config config;
    TRY(config.num_virtual_tokens, virtual_tokens_from(json, model, token_dim(model, config)));
    TRY(const auto width, optional_integer(json, "encoder_hidden_size"));
    config.encoder_hidden_size = width.value_or(0);
    // Whatever prefix_projection says: the network itself is in no file.
    return params_from(fields(), config);
}

}  // namespace tunebench::prefix
