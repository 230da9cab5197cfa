// Which parameters full fine-tuning trains.
#include <algorithm>

#include <fmt/format.h>

#include "core/base/pattern.h"
#include "core/methods/full/full.h"

namespace tunebench::full {
namespace {

Error invalid(std::string field, const std::string& reason, std::string hint) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("{}: {}", field, reason),
            .hint = std::move(hint),
            .field = std::move(field)};
}

bool is_embedding(const ParameterInfo& parameter) {
    return parameter.role == ParameterRole::Embedding || parameter.role == ParameterRole::PositionEmbedding ||
           parameter.role == ParameterRole::TokenTypeEmbedding;
}

bool is_bias(const ParameterInfo& parameter) {
    return parameter.role == ParameterRole::ProjectionBias || parameter.role == ParameterRole::NormBias;
}

/// From the first parameter of the last `count` blocks on: blocks, final norm, and a head that is not tied.
Result<std::vector<ParameterInfo>> top_layers(const ModelConfig& model, std::int64_t count) {
    if (count > model.num_hidden_layers)
        return invalid("top_layers", fmt::format("the model has only {} layers", model.num_hidden_layers),
                       fmt::format("Choose at most {}.", model.num_hidden_layers));
    const auto all = parameters_of(model);
    const auto first = std::ranges::find(all, model.num_hidden_layers - count, &ParameterInfo::layer);
    return std::vector<ParameterInfo>(first, all.end());
}

Result<std::vector<ParameterInfo>> biases(const ModelConfig& model) {
    auto all = parameters_of(model);
    std::erase_if(all, [](const auto& parameter) { return !is_bias(parameter); });
    if (all.empty())
        return invalid("trainable", fmt::format("models of type {} have no biases", model.model_type),
                       "Choose other parameters, or a method such as IA3.");
    return all;
}

Result<std::vector<ParameterInfo>> chosen(const ModelConfig& model, const Config& config) {
    switch (config.trainable) {
        case Trainable::TopLayers:
            return top_layers(model, config.top_layers);
        case Trainable::Biases:
            return biases(model);
        case Trainable::Everything:
            break;
    }
    auto all = parameters_of(model);
    if (!config.train_embeddings)
        std::erase_if(all, is_embedding);
    return all;
}

Result<bool> matches_any(const ModelConfig& model, const std::string& pattern) {
    for (const auto& parameter : parameters_of(model)) {
        TRY(const auto matches, full_match(pattern, parameter.name));
        if (matches)
            return true;
    }
    return false;
}

}  // namespace

Result<std::vector<ParameterInfo>> trained_parameters(const ModelConfig& model, const Config& config) {
    TRY(auto trained, chosen(model, config));
    for (const auto& pattern : config.freeze) {
        const auto known = matches_any(model, pattern);
        if (!known)
            return invalid("freeze", known.error().message, known.error().hint);
        if (!*known)
            return invalid("freeze", fmt::format("'{}' matches no parameter of this model", pattern),
                           fmt::format("It must match a whole name, such as {}.", trained.back().name));
        std::erase_if(trained, [&](const auto& parameter) { return *full_match(pattern, parameter.name); });
    }
    if (trained.empty())
        return invalid("freeze", "nothing is left to train", "Freeze less.");
    return trained;
}

}  // namespace tunebench::full
