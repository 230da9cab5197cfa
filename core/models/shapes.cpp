#include "core/models/shapes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/models/family.h"

namespace tunebench {
namespace {

/// The sizes as the models' own config.json files give them.
struct Shape {
    std::string_view name;
    std::string_view model_type;
    std::int64_t vocabulary, hidden, intermediate, layers, heads, key_value_heads, positions;
    bool tied;
    double rope_theta = 10000.0;
    std::int64_t experts = 0;  // of a layer, two to a token
};

constexpr Shape kShapes[] = {
    {"tiny", "llama", 512, 64, 176, 2, 4, 2, 512, true},
    {"tiny-wide-vocabulary", "llama", 65536, 64, 176, 2, 4, 2, 512, true},
    {"tiny-mixtral", "mixtral", 512, 64, 96, 2, 4, 2, 512, false, 10000.0, 6},
    {"tiny-gpt2", "gpt2", 512, 64, 256, 2, 4, 4, 512, true},
    {"gpt2", "gpt2", 50257, 768, 3072, 12, 12, 12, 1024, true},
    {"gpt2-medium", "gpt2", 50257, 1024, 4096, 24, 16, 16, 1024, true},
    {"smollm-135m", "llama", 49152, 576, 1536, 30, 9, 3, 2048, true},
    {"smollm-360m", "llama", 49152, 960, 2560, 32, 15, 5, 2048, true},
    {"qwen2.5-0.5b", "qwen2", 151936, 896, 4864, 24, 14, 2, 32768, true, 1e6},
    {"llama-3.2-1b", "llama", 128256, 2048, 8192, 16, 32, 8, 131072, true, 5e5},
    {"llama-3.2-3b", "llama", 128256, 3072, 8192, 28, 24, 8, 131072, true, 5e5},
    {"llama-7b", "llama", 32000, 4096, 11008, 32, 32, 32, 2048, false},
    {"llama-13b", "llama", 32000, 5120, 13824, 40, 40, 40, 2048, false},
    {"llama-3-8b", "llama", 128256, 4096, 14336, 32, 32, 8, 8192, false, 5e5},
    {"llama-65b", "llama", 32000, 8192, 22016, 80, 64, 64, 2048, false},
    {"mixtral-8x7b", "mixtral", 32000, 4096, 14336, 32, 32, 8, 32768, false, 1e6, 8},
    {"tiny-bert", "bert", 512, 64, 256, 2, 4, 4, 512, false},
    {"bert-base", "bert", 30522, 768, 3072, 12, 12, 12, 512, false},
    {"roberta-large", "roberta", 50265, 1024, 4096, 24, 16, 16, 514, false},
};

Json config_json(const Shape& shape) {
    if (shape.model_type == "gpt2")
        return {{"model_type", "gpt2"},   {"vocab_size", shape.vocabulary},
                {"n_embd", shape.hidden}, {"n_layer", shape.layers},
                {"n_head", shape.heads},  {"n_positions", shape.positions},
                {"bos_token_id", 0},      {"eos_token_id", 0}};
    if (shape.model_type == "bert" || shape.model_type == "roberta")
        return {{"model_type", shape.model_type},
                {"architectures",
                 {shape.model_type == "bert" ? "BertForSequenceClassification"
                                             : "RobertaForSequenceClassification"}},
                {"vocab_size", shape.vocabulary},
                {"hidden_size", shape.hidden},
                {"intermediate_size", shape.intermediate},
                {"num_hidden_layers", shape.layers},
                {"num_attention_heads", shape.heads},
                {"max_position_embeddings", shape.positions},
                {"type_vocab_size", shape.model_type == "bert" ? 2 : 1}};
    Json json = {{"model_type", shape.model_type},
                 {"vocab_size", shape.vocabulary},
                 {"hidden_size", shape.hidden},
                 {"intermediate_size", shape.intermediate},
                 {"num_hidden_layers", shape.layers},
                 {"num_attention_heads", shape.heads},
                 {"num_key_value_heads", shape.key_value_heads},
                 {"max_position_embeddings", shape.positions},
                 {"tie_word_embeddings", shape.tied},
                 {"rope_theta", shape.rope_theta},
                 {"bos_token_id", 0},
                 {"eos_token_id", 0}};
    if (shape.experts > 0)
        json["num_local_experts"] = shape.experts;
    return json;
}

void repeat(std::vector<bool>& pattern, std::int64_t layers) {
    if (pattern.empty())
        return;
    std::vector<bool> longer;
    for (std::size_t i = 0; i < static_cast<std::size_t>(layers); ++i)
        longer.push_back(pattern[i % pattern.size()]);
    pattern = std::move(longer);
}

}  // namespace

std::vector<std::string> shape_names() {
    std::vector<std::string> names;
    for (const auto& shape : kShapes)
        names.emplace_back(shape.name);
    return names;
}

Result<ModelConfig> shape_config(std::string_view name) {
    for (const auto& shape : kShapes)
        if (shape.name == name)
            return model_config_from_json(config_json(shape), "shape " + std::string(name));
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("There is no shape '{}'", name),
                 .hint = fmt::format("Known are {}.", fmt::join(shape_names(), ", "))};
}

ModelConfig with_layers(ModelConfig model, std::int64_t layers) {
    model.num_hidden_layers = layers;
    repeat(model.rotary_layers, layers);
    repeat(model.sliding_layers, layers);
    if (model.experts)
        repeat(model.experts->layers, layers);
    return model;
}

}  // namespace tunebench
