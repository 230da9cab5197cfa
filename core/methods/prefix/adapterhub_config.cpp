#include <fmt/format.h>

#include "core/methods/adapterhub_file.h"
#include "core/methods/prefix/prefix.h"

namespace tunebench::prefix {
namespace {

constexpr std::string_view kArchitecture = "prefix_tuning";

/// Any other value changes what the adapter computes.
Json fixed_keys() {
    return {{"dropout", 0.0}, {"leave_out", Json::array()}, {"non_linearity", "tanh"}, {"use_gating", false}};
}

}  // namespace

Result<Json> to_adapterhub(const ModelConfig& model, const ParamMap& params, const std::string& base_model) {
    TRY(const auto config, config_from(fields(), params));
    if (config.convention != Convention::AdapterHub)
        return Error{.code = ErrorCode::Unsupported,
                     .message =
                         "Prefix-tuning by PEFT's convention has no form in AdapterHub's format, whose "
                         "prefix moves no positions",
                     .hint = "Choose peft, or train with the convention adapterhub.",
                     .field = "convention"};
    auto inner = fixed_keys();
    inner["architecture"] = kArchitecture;
    inner["bottleneck_size"] = projection_width(model, config);
    inner["flat"] = !config.prefix_projection;
    inner["prefix_length"] = config.num_virtual_tokens;
    // Without an effect on decoders and without gates.
    inner["cross_prefix"] = true;
    inner["encoder_prefix"] = true;
    inner["init_weights_seed"] = nullptr;
    inner["shared_gating"] = true;
    return adapterhub::adapter_json(inner, model, base_model);
}

bool is_adapterhub(const Json& json) {
    return adapterhub::is_architecture(json, kArchitecture);
}

Result<ParamMap> from_adapterhub(const Json& json, const ModelConfig& model) {
    TRY(const auto* inner, adapterhub::config_of(json, model));
    TRY(const auto flat, optional_boolean(*inner, "flat"));
    auto fixed = fixed_keys();
    if (flat.value_or(false))
        fixed.erase("non_linearity");
    TRY_VOID(adapterhub::refuse_others(*inner, fixed));
    Config config{.convention = Convention::AdapterHub, .prefix_projection = !flat.value_or(false)};
    TRY(config.num_virtual_tokens, json_integer(*inner, "prefix_length"));
    TRY(const auto width, optional_integer(*inner, "bottleneck_size"));
    config.encoder_hidden_size = width.value_or(0);
    auto params = params_from(fields(), config);
    TRY([[maybe_unused]] const auto in_range, config_from(fields(), params));
    return params;
}

}  // namespace tunebench::prefix
