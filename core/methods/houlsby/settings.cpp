#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/methods/adapterhub_file.h"
#include "core/methods/houlsby/houlsby.h"
#include "core/models/parameters.h"

namespace tunebench::houlsby {
namespace {

/// What the papers and AdapterHub give each variant. The initialisation of the first two is the paper's: the
/// model starts nearly unchanged, which AdapterHub's larger one does not give.
Settings published(Variant variant) {
    switch (variant) {
        case Variant::Houlsby:
            return {.variant = variant, .reduction_factor = 16.0, .activation = Nonlinearity::Swish};
        case Variant::Pfeiffer:
            return {.variant = variant, .reduction_factor = 16.0, .activation = Nonlinearity::Relu};
        case Variant::Parallel:
            break;
    }
    return {.variant = Variant::Parallel,
            .reduction_factor = 2.0,
            .activation = Nonlinearity::Relu,
            .initialization = Initialization::Mam,
            .scaling = 4.0};
}

}  // namespace

Settings settings_of(const Config& config, const ModelConfig& model) {
    auto settings = published(config.variant);
    const auto hidden = static_cast<double>(model.hidden_size);
    if (config.bottleneck_size > 0) {
        settings.bottleneck = config.bottleneck_size;
        // Whole where it can be; else in the middle of what rounds to this size.
        const bool is_whole = model.hidden_size % config.bottleneck_size == 0;
        settings.reduction_factor =
            hidden / (static_cast<double>(config.bottleneck_size) + (is_whole ? 0.0 : 0.5));
    } else {
        if (config.reduction_factor > 0.0)
            settings.reduction_factor = config.reduction_factor;
        const auto size = std::floor(hidden / settings.reduction_factor);
        settings.bottleneck = std::max<std::int64_t>(static_cast<std::int64_t>(size), 1);
    }
    if (config.activation != Nonlinearity::Published)
        settings.activation = config.activation;
    if (config.initialization != Initialization::Published)
        settings.initialization = config.initialization;
    if (config.scaling > 0.0)
        settings.scaling = config.scaling;
    settings.dropout = config.dropout;
    settings.train_layer_norms = config.train_layer_norms;
    return settings;
}

std::vector<Site> sites_of(Variant variant, const ModelConfig& model) {
    std::vector<Site> sites;
    const auto path = [&](std::int64_t layer, std::string_view place) {
        return fmt::format("{}.{}.{}.adapters.{}", module_names(model).layers, layer, place,
                           adapterhub::kAdapterName);
    };
    const auto& names = module_names(model);
    for (std::int64_t layer = 0; layer < model.num_hidden_layers; ++layer) {
        if (variant == Variant::Houlsby)
            sites.push_back({.layer = layer,
                             .after_attention = true,
                             .path = path(layer, names.adapter_after_attention)});
        sites.push_back(
            {.layer = layer, .after_attention = false, .path = path(layer, names.adapter_after_mlp)});
    }
    return sites;
}

}  // namespace tunebench::houlsby
