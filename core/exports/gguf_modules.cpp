#include "core/exports/gguf_modules.h"

#include <fmt/format.h>

namespace tunebench {
namespace {

constexpr GgufArchitecture kArchitectures[] = {
    {.hugging_face = "LlamaForCausalLM",
     .id = "llama",
     .activation = Activation::Silu,
     .has_rotary_pairs = true},
    {.hugging_face = "MistralForCausalLM",
     .id = "llama",
     .activation = Activation::Silu,
     .has_rotary_pairs = true},
    {.hugging_face = "Qwen2ForCausalLM", .id = "qwen2", .activation = Activation::Silu},
    {.hugging_face = "GPT2LMHeadModel", .id = "gpt2", .activation = Activation::GeluTanh}};

std::string_view projection_name(ProjectionRole role) {
    switch (role) {
        case ProjectionRole::QueryKeyValue:
            return "attn_qkv";
        case ProjectionRole::Query:
            return "attn_q";
        case ProjectionRole::Key:
            return "attn_k";
        case ProjectionRole::Value:
            return "attn_v";
        case ProjectionRole::AttentionOutput:
            return "attn_output";
        case ProjectionRole::Router:
            return "ffn_gate_inp";
        case ProjectionRole::GateUp:
            return "ffn_up";
        case ProjectionRole::Gate:
            return "ffn_gate";
        case ProjectionRole::Up:
            return "ffn_up";
        case ProjectionRole::Down:
            return "ffn_down";
        case ProjectionRole::HeadDense:
        case ProjectionRole::Head:
            break;
    }
    return "output";
}

std::int64_t paired_heads(const ModelConfig& model, ProjectionRole role) {
    if (!find_gguf_architecture(model)->has_rotary_pairs)
        return 0;
    if (role == ProjectionRole::Query)
        return model.num_attention_heads;
    return role == ProjectionRole::Key ? model.num_key_value_heads : 0;
}

}  // namespace

const GgufArchitecture* find_gguf_architecture(const ModelConfig& model) {
    for (const auto& known : kArchitectures)
        if (known.hugging_face == model.architecture && known.activation == model.activation)
            return &known;
    return nullptr;
}

Result<void> check_gguf_architecture(const ModelConfig& model) {
    for (const auto scaling : {RopeScaling::Dynamic, RopeScaling::Yarn, RopeScaling::LongRope})
        if (model.rope.scaling == scaling)
            return Error{.code = ErrorCode::Unsupported,
                         .message =
                             "The rope_scaling of this model cannot be written as GGUF yet; linear and "
                             "llama3 can",
                         .hint = "Choose peft or merged."};
    if (find_gguf_architecture(model))
        return {};
    return Error{
        .code = ErrorCode::Unsupported,
        .message = fmt::format("{} ({}) cannot be written as GGUF yet; Llama, Mistral, Qwen2 and GPT-2 "
                               "with their usual activation can",
                               model.architecture, model.model_type),
        .hint = "Choose peft or merged."};
}

std::map<std::string, GgufModule> gguf_modules(const ModelConfig& model) {
    const auto& names = module_names(model);
    std::map<std::string, GgufModule> modules = {{names.embedding, {"token_embd"}},
                                                 {names.final_norm, {"output_norm"}}};
    if (model.positions == PositionKind::Learned)
        modules[names.position_embedding] = {"position_embd"};
    for (std::int64_t layer = 0; layer < model.num_hidden_layers; ++layer) {
        modules[fmt::format("{}.{}.{}", names.layers, layer, names.attention_norm)] = {
            fmt::format("blk.{}.attn_norm", layer)};
        modules[fmt::format("{}.{}.{}", names.layers, layer, names.mlp_norm)] = {
            fmt::format("blk.{}.ffn_norm", layer)};
    }
    for (const auto& projection : projections_of(model)) {
        const auto name = projection_name(projection.role);
        modules[projection.path] = {
            projection.layer < 0 ? std::string(name) : fmt::format("blk.{}.{}", projection.layer, name),
            paired_heads(model, projection.role)};
    }
    return modules;
}

}  // namespace tunebench
