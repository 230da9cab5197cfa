#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "core/methods/loreft/loreft.h"

namespace tunebench::loreft {
namespace {

Error wrong_layers(std::string message, const ModelConfig& model) {
    return {
        .code = ErrorCode::InvalidArgument,
        .message = std::move(message),
        .hint = fmt::format("Write all, or layers from 0 to {} like 3;9;18.", model.num_hidden_layers - 1),
        .field = "layers"};
}

/// "3;9;18" or "3, 9, 18" at the separators.
std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts(1);
    for (const char c : text)
        if (c == ';' || c == ',')
            parts.emplace_back();
        else if (c != ' ')
            parts.back() += c;
    return parts;
}

Result<std::int64_t> layer_from(const std::string& text, const ModelConfig& model) {
    std::int64_t layer = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), layer);
    if (failed != std::errc() || end != text.data() + text.size() || text.empty())
        return wrong_layers(fmt::format("layers: \"{}\" is no layer", text), model);
    if (layer < 0 || layer >= model.num_hidden_layers)
        return wrong_layers(
            fmt::format("layers: the model has {} layers, and no layer {}", model.num_hidden_layers, layer),
            model);
    return layer;
}

/// Ascending, each once.
Result<std::vector<std::int64_t>> layers_of(const Config& config, const ModelConfig& model) {
    std::vector<std::int64_t> layers;
    if (config.layers.names.empty() && config.layers.text == "all") {
        for (std::int64_t layer = 0; layer < model.num_hidden_layers; ++layer)
            layers.push_back(layer);
        return layers;
    }
    for (const auto& text : config.layers.names.empty() ? split(config.layers.text) : config.layers.names) {
        TRY(const auto layer, layer_from(text, model));
        layers.push_back(layer);
    }
    std::ranges::sort(layers);
    if (const auto twice = std::ranges::adjacent_find(layers); twice != layers.end())
        return wrong_layers(fmt::format("layers: {} is there twice", *twice), model);
    return layers;
}

}  // namespace

std::string intervention_key(std::int64_t layer, int number) {
    return fmt::format("layer_{}_comp_block_output_unit_pos_nunit_1#{}", layer, number);
}

Result<std::vector<Intervention>> interventions_of(const Config& config, const ModelConfig& model) {
    TRY(const auto positions, parse_positions(config.positions));
    TRY(const auto layers, layers_of(config, model));
    // Only first or only last positions have nothing to share.
    const bool is_one = config.share_weights || positions.first == 0 || positions.last == 0;
    std::vector<Intervention> all;
    for (const auto layer : layers)
        all.push_back({.layer = layer,
                       .positions = is_one ? positions : PromptPositions{.first = positions.first},
                       .key = intervention_key(layer, 0)});
    if (!is_one)
        for (const auto layer : layers)
            all.push_back(
                {.layer = layer, .positions = {.last = positions.last}, .key = intervention_key(layer, 1)});
    return all;
}

}  // namespace tunebench::loreft
