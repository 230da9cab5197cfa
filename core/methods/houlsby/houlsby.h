// Bottleneck adapters. With A(h) = s · (W_up f(W_down h + b_down) + b_up), o the result of a sub-layer and x
// the stream that it is added to, x + o becomes
//   houlsby  (arXiv:1902.00751)  x + o + A(o)      after attention and after the MLP
//   pfeiffer (arXiv:2005.00247)  x + o + A(o + x)  after the MLP
//   parallel (arXiv:2110.04366)  x + o + A(x)      beside the MLP
// as AdapterHub's `adapters` places them in models whose norms stand before the sub-layers. Where a norm
// follows the sum (BERT), it stays outside, and Pfeiffer reads A(norm(o + x)).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/models/model_config.h"
#include "core/params/field.h"

namespace tunebench::houlsby {

enum class Variant { Houlsby, Pfeiffer, Parallel };
enum class Nonlinearity { Published, Swish, Relu, Gelu, GeluTanh, Tanh };
enum class Initialization { Published, Paper, AdapterHub, Mam };

struct Config {
    Variant variant = Variant::Houlsby;
    double reduction_factor = 0.0;     // 0: as published with the variant
    std::int64_t bottleneck_size = 0;  // 0: hidden size / reduction factor
    Nonlinearity activation = Nonlinearity::Published;
    Initialization initialization = Initialization::Published;
    double scaling = 0.0;  // 0: as published with the variant
    double dropout = 0.0;
    bool train_layer_norms = false;
};

/// A configuration on a model, with nothing left open.
struct Settings {
    Variant variant = Variant::Houlsby;
    std::int64_t bottleneck = 0;
    double reduction_factor = 0.0;  // hidden size / reduction factor, rounded down, is the bottleneck
    Nonlinearity activation = Nonlinearity::Swish;
    Initialization initialization = Initialization::Paper;
    double scaling = 1.0;
    double dropout = 0.0;
    bool train_layer_norms = false;
};

/// A place where an adapter stands: `path` is its module in AdapterHub's model.
struct Site {
    std::int64_t layer = 0;
    bool after_attention = false;
    std::string path = {};
};

const std::vector<Field<Config>>& fields();

Settings settings_of(const Config& config, const ModelConfig& model);

/// In the order of the forward pass.
std::vector<Site> sites_of(Variant variant, const ModelConfig& model);

/// AdapterHub's adapter_config.json (every key that adapters 1.2.0 writes), and back. What LayerNorms trained
/// is said under "tunebench", which AdapterHub leaves alone. Reading refuses what changes the result and is
/// not supported here (gates, fusion, invertible adapters, layers left out), naming the key.
Result<Json> to_adapterhub(const ModelConfig& model, const ParamMap& params, const std::string& base_model);
bool is_adapterhub(const Json& adapter_config);
Result<ParamMap> from_adapterhub(const Json& adapter_config, const ModelConfig& model);

}  // namespace tunebench::houlsby
