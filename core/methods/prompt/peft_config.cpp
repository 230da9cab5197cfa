#include "core/methods/prompt/prompt.h"
#include "core/methods/prompt_learning.h"

namespace tunebench::prompt {
namespace {

constexpr std::string_view kType = "PROMPT_TUNING";

}  // namespace

Result<Json> to_peft(const ModelConfig& model, const ParamMap& params, const std::string& base_model) {
    TRY(const auto config, config_from(fields(), params));
    auto json = prompt_learning_json(model,
                                     {.peft_type = kType,
                                      .num_virtual_tokens = config.num_virtual_tokens,
                                      .token_dim = model.hidden_size,
                                      .num_attention_heads = model.num_attention_heads},
                                     base_model);
    json["prompt_tuning_init"] = "RANDOM";
    for (const auto* key : {"prompt_tuning_init_text", "tokenizer_kwargs", "tokenizer_name_or_path"})
        json[key] = nullptr;
    return json;
}

bool is_peft(const Json& json) {
    return is_prompt_learning(json, kType);
}

Result<ParamMap> from_peft(const Json& json, const ModelConfig& model) {
    Config config{.initialization = Initialization::Random};
    TRY(config.num_virtual_tokens, virtual_tokens_from(json, model, model.hidden_size));
    return params_from(fields(), config);
}

}  // namespace tunebench::prompt
