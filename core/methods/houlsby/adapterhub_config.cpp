#include <array>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "core/methods/adapterhub_file.h"
#include "core/methods/houlsby/houlsby.h"

namespace tunebench::houlsby {
namespace {

using adapterhub::unreadable;

constexpr std::array kActivationNames = {
    std::pair{Nonlinearity::Swish, std::string_view("swish")},
    std::pair{Nonlinearity::Relu, std::string_view("relu")},
    std::pair{Nonlinearity::Gelu, std::string_view("gelu")},
    std::pair{Nonlinearity::GeluTanh, std::string_view("gelu_new")},
    std::pair{Nonlinearity::Tanh, std::string_view("tanh")},
    // Other names of the same functions; the first of each is written.
    std::pair{Nonlinearity::Swish, std::string_view("silu")},
    std::pair{Nonlinearity::GeluTanh, std::string_view("gelu_pytorch_tanh")}};

constexpr std::array kInitializationNames = {std::pair{Initialization::Paper, std::string_view("houlsby")},
                                             std::pair{Initialization::AdapterHub, std::string_view("bert")},
                                             std::pair{Initialization::Mam, std::string_view("mam_adapter")}};

template <class Names, class Value>
std::string_view name_of(const Names& names, Value value) {
    for (const auto& [known, name] : names)
        if (known == value)
            return name;
    return names.front().second;
}

template <class Names>
auto value_of(const Names& names, std::string_view name) -> std::optional<decltype(names.front().first)> {
    for (const auto& [value, known] : names)
        if (known == name)
            return value;
    return std::nullopt;
}

/// Whole numbers are written as integers where AdapterHub's own defaults are.
Json number(double value) {
    const auto whole = static_cast<std::int64_t>(std::llround(value));
    return static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

/// The keys that are the same for every adapter written and read here: any other value changes what it
/// computes. `original_ln_after` and `residual_before_ln` are those of a plain residual connection.
Json fixed_keys() {
    return {{"adapter_residual_before_ln", false}, {"cross_adapter", false},  {"inv_adapter", nullptr},
            {"leave_out", Json::array()},          {"ln_after", false},       {"ln_before", false},
            {"original_ln_after", true},           {"output_adapter", true},  {"phm_layer", false},
            {"residual_before_ln", true},          {"stochastic_depth", 0.0}, {"use_gating", false}};
}

/// Keys without an effect on an adapter without the parts they belong to.
void add_idle_keys(Json& config) {
    config["factorized_phm_W"] = true;
    config["factorized_phm_rule"] = false;
    config["hypercomplex_nonlinearity"] = "glorot-uniform";
    config["init_weights_seed"] = nullptr;
    config["inv_adapter_reduction_factor"] = nullptr;
    config["learn_phm"] = true;
    config["phm_bias"] = true;
    config["phm_c_init"] = "normal";
    config["phm_dim"] = 4;
    config["phm_init_range"] = 0.0001;
    config["phm_rank"] = 1;
    config["shared_W_phm"] = false;
    config["shared_phm_rule"] = true;
}

Result<Variant> variant_from(const Json& config) {
    TRY(const auto after_attention, json_boolean(config, "mh_adapter"));
    TRY(const auto norm_first, json_boolean(config, "original_ln_before"));
    TRY(const auto is_parallel, optional_boolean(config, "is_parallel"));
    if (is_parallel.value_or(false)) {
        if (!after_attention && !norm_first)
            return Variant::Parallel;
    } else if (after_attention != norm_first) {
        return after_attention ? Variant::Houlsby : Variant::Pfeiffer;
    }
    return unreadable("mh_adapter",
                      "and original_ln_before are neither those of houlsby nor of pfeiffer nor of parallel");
}

template <class Names>
auto choice_from(const Json& config, std::string_view key, const Names& names)
    -> Result<std::decay_t<decltype(names.front().first)>> {
    TRY(const auto name, json_string(config, key));
    const auto value = value_of(names, name);
    if (!value)
        return unreadable(key, fmt::format("is \"{}\", which is not supported yet", name));
    return *value;
}

}  // namespace

Result<Json> to_adapterhub(const ModelConfig& model, const ParamMap& params, const std::string& base_model) {
    TRY(const auto config, config_from(fields(), params));
    const auto settings = settings_of(config, model);
    auto inner = fixed_keys();
    add_idle_keys(inner);
    inner["dropout"] = settings.dropout;
    inner["init_weights"] = name_of(kInitializationNames, settings.initialization);
    inner["is_parallel"] = settings.variant == Variant::Parallel;
    inner["mh_adapter"] = settings.variant == Variant::Houlsby;
    inner["non_linearity"] = name_of(kActivationNames, settings.activation);
    inner["original_ln_before"] = settings.variant == Variant::Pfeiffer;
    inner["reduction_factor"] = number(settings.reduction_factor);
    inner["scaling"] = settings.scaling;
    auto json = adapterhub::adapter_json(inner, model, base_model);
    if (settings.train_layer_norms)
        json["tunebench"] = {{"train_layer_norms", true}};
    return json;
}

bool is_adapterhub(const Json& json) {
    return adapterhub::is_architecture(json, "") && find_member(json.at("config"), "non_linearity");
}

Result<ParamMap> from_adapterhub(const Json& json, const ModelConfig& model) {
    TRY(const auto* inner, adapterhub::config_of(json, model));
    TRY_VOID(adapterhub::refuse_others(*inner, fixed_keys()));
    Config config;
    TRY(config.variant, variant_from(*inner));
    for (const auto* key : {"reduction_factor", "scaling"})
        if (const auto* value = find_member(*inner, key); value && !value->is_number())
            return unreadable(key, fmt::format("is {}, which is not supported yet", json_text(*value)));
    TRY(config.reduction_factor, json_number(*inner, "reduction_factor"));
    TRY(config.activation, choice_from(*inner, "non_linearity", kActivationNames));
    TRY(config.initialization, choice_from(*inner, "init_weights", kInitializationNames));
    TRY(config.scaling, json_number(*inner, "scaling"));
    TRY(const auto dropout, optional_number(*inner, "dropout"));
    config.dropout = dropout.value_or(0.0);
    if (const auto* own = find_member(json, "tunebench")) {
        TRY(const auto norms, optional_boolean(*own, "train_layer_norms"));
        config.train_layer_norms = norms.value_or(false);
    }
    auto params = params_from(fields(), config);
    TRY([[maybe_unused]] const auto in_range, config_from(fields(), params));
    return params;
}

}  // namespace tunebench::houlsby
