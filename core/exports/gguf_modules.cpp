#include "core/exports/gguf_modules.h"

#include <fmt/format.h>

namespace tunebench {
namespace {

constexpr GgufArchitecture kArchitectures[] = {
    {.hugging_face = "LlamaForCausalLM",
     .id = "llama",
     .activation = Activation::Silu,
     .has_rotary_pairs = true,
     .has_biases = true},
    {.hugging_face = "MistralForCausalLM",
     .id = "llama",
     .activation = Activation::Silu,
     .has_rotary_pairs = true,
     .has_biases = true},
    {.hugging_face = "MixtralForCausalLM",
     .id = "llama",
     .activation = Activation::Silu,
     .has_rotary_pairs = true,
     .has_biases = true},
    {.hugging_face = "Qwen2ForCausalLM", .id = "qwen2", .activation = Activation::Silu, .has_biases = true},
    {.hugging_face = "Qwen3MoeForCausalLM",
     .id = "qwen3moe",
     .activation = Activation::Silu,
     .has_expert_size = true},
    {.hugging_face = "GPT2LMHeadModel",
     .id = "gpt2",
     .activation = Activation::GeluTanh,
     .has_biases = true}};

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

/// All experts of a layer are one tensor.
std::string module_name(const ProjectionInfo& projection) {
    const auto name = projection_name(projection.role);
    if (projection.layer < 0)
        return std::string(name);
    return fmt::format("blk.{}.{}{}", projection.layer, name, projection.expert >= 0 ? "_exps" : "");
}

Error not_computed(std::string_view reason) {
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("llama.cpp does not compute this model: {}", reason),
            .hint = "Choose peft or merged."};
}

/// What its graph of the architecture takes for granted.
Result<void> check_graph(const GgufArchitecture& architecture, const ModelConfig& model) {
    if (model.attention_bias && !architecture.has_biases)
        return not_computed("its queries, keys and values have biases");
    if (!model.experts)
        return {};
    if (!model.experts->renormalizes)
        return not_computed("the probabilities of the chosen experts are not divided by their sum");
    for (std::int64_t layer = 0; layer < model.num_hidden_layers; ++layer)
        if (!model.experts_of(layer))
            return not_computed(fmt::format("its layer {} has an MLP in place of experts", layer));
    return {};
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
    if (const auto* architecture = find_gguf_architecture(model))
        return check_graph(*architecture, model);
    return Error{
        .code = ErrorCode::Unsupported,
        .message = fmt::format("{} ({}) cannot be written as GGUF yet; Llama, Mistral, Mixtral, Qwen2, "
                               "Qwen3 MoE and GPT-2 with their usual activation can",
                               model.architecture, model.model_type),
        .hint = "Choose peft or merged."};
}

std::map<std::string, GgufModule> gguf_modules(const ModelConfig& model) {
    const auto& names = module_names(model);
    std::map<std::string, GgufModule> modules = {{names.embedding, {"token_embd"}},
                                                 {names.final_norm, {"output_norm"}}};
    if (model.positions == PositionKind::Learned)
        modules[names.position_embedding] = {"position_embd"};
    for (std::int64_t layer = 0; layer < model.num_hidden_layers; ++layer)
        for (const auto& [norm, name] : {std::pair{&names.attention_norm, "attn_norm"},
                                         {&names.mlp_norm, "ffn_norm"},
                                         {&names.query_norm, "attn_q_norm"},
                                         {&names.key_norm, "attn_k_norm"}})
            if (!norm->empty())
                modules[fmt::format("{}.{}.{}", names.layers, layer, *norm)] = {
                    fmt::format("blk.{}.{}", layer, name)};
    for (const auto& projection : projections_of(model))
        modules[projection.path] = {module_name(projection), paired_heads(model, projection.role),
                                    projection.expert};
    return modules;
}

}  // namespace tunebench
