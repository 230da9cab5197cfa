#include "core/methods/prompt_learning.h"

#include <fmt/format.h>

namespace tunebench {
namespace {

Error unreadable(std::string_view key, std::string_view reason, std::string_view hint) {
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("adapter_config.json: {} {}", key, reason),
            .hint = std::string(hint),
            .field = std::string(key)};
}

/// A size that the file may leave out, but not have otherwise than this model.
Result<void> check_size(const Json& json, std::string_view key, std::int64_t expected) {
    TRY(const auto size, optional_integer(json, key));
    if (size.value_or(expected) == expected)
        return {};
    return unreadable(key, fmt::format("is {}, but this model needs {}", *size, expected),
                      "The adapter was made for another model.");
}

}  // namespace

Result<void> check_virtual_tokens(const ModelConfig& model, std::int64_t count) {
    if (model.positions == PositionKind::Rotary || count < model.max_position_embeddings)
        return {};
    return Error{
        .code = ErrorCode::InvalidArgument,
        .message = fmt::format("num_virtual_tokens {} leaves no room for text in the {} positions of "
                               "the model",
                               count, model.max_position_embeddings),
        .hint = fmt::format("Set it below {}.", model.max_position_embeddings),
        .field = "num_virtual_tokens"};
}

Json prompt_learning_json(const ModelConfig& model, const PromptLearning& what,
                          const std::string& base_model) {
    return {{"auto_mapping", nullptr},
            {"base_model_name_or_path", base_model},
            {"inference_mode", true},
            {"modules_to_save", nullptr},
            {"num_attention_heads", what.num_attention_heads},
            {"num_layers", model.num_hidden_layers},
            {"num_transformer_submodules", 1},
            {"num_virtual_tokens", what.num_virtual_tokens},
            {"peft_type", what.peft_type},
            {"revision", nullptr},
            {"task_type", "CAUSAL_LM"},
            {"token_dim", what.token_dim}};
}

bool is_prompt_learning(const Json& adapter_config, std::string_view peft_type) {
    const auto type = json_string(adapter_config, "peft_type");
    return type && *type == peft_type;
}

Result<std::int64_t> virtual_tokens_from(const Json& adapter_config, const ModelConfig& model,
                                         std::int64_t token_dim) {
    TRY_VOID(check_size(adapter_config, "num_transformer_submodules", 1));
    TRY_VOID(check_size(adapter_config, "num_layers", model.num_hidden_layers));
    TRY_VOID(check_size(adapter_config, "token_dim", token_dim));
    if (const auto* modules = find_member(adapter_config, "modules_to_save"); modules && !modules->is_null())
        return unreadable("modules_to_save", "is set, which is not supported yet",
                          "Use an adapter without it, or a newer version of Tunebench.");
    return json_integer(adapter_config, "num_virtual_tokens");
}

}  // namespace tunebench
