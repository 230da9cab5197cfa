#include "core/methods/ia3/ia3.h"
#include "core/methods/trained_layers.h"

namespace tunebench::ia3 {
namespace {

Result<MethodPlan> plan(const ModelConfig& model, const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    TRY(const auto scaled, scaled_projections(model, config));
    MethodPlan plan;
    for (const auto& site : scaled) {
        plan.tensors.push_back(
            {.name = exported_name(site.projection), .shape = site.shape(), .is_matrix = false});
        plan.projections.push_back({.path = site.projection.path,
                                    .scales_input = site.scales_input,
                                    .scales_output = !site.scales_input});
    }
    plan.first_layer = first_trained_layer(model, plan.tensors);
    return plan;
}

Json selection_json(const TextOrList& selection) {
    return selection.names.empty() && !selection.text.empty() ? Json(selection.text) : Json(selection.names);
}

/// An empty list is possible: no input is scaled.
Result<TextOrList> selection_from(const Json& json, std::string_view key) {
    const auto* modules = find_member(json, key);
    if (!modules || modules->is_null())
        return TextOrList{.text = "auto"};
    if (modules->is_string())
        return TextOrList{.text = modules->get<std::string>()};
    TRY(auto names, json_strings(json, key));
    return TextOrList{.names = std::move(names)};
}

Result<Json> to_peft(const ModelConfig& model, const ParamMap& params, const std::string& base_model) {
    TRY(const auto given, config_from(fields(), params));
    TRY_VOID(scaled_projections(model, given));
    const auto config = resolved(model, given);
    return Json{{"auto_mapping", nullptr},
                {"base_model_name_or_path", base_model},
                {"exclude_modules", nullptr},
                {"fan_in_fan_out", model.transposed_weights},
                {"feedforward_modules", selection_json(config.feedforward_modules)},
                {"inference_mode", true},
                {"init_ia3_weights", true},
                {"modules_to_save", nullptr},
                {"peft_type", "IA3"},
                {"revision", nullptr},
                {"target_modules", selection_json(config.targets)},
                {"task_type", "CAUSAL_LM"}};
}

bool is_peft(const Json& json) {
    const auto type = json_string(json, "peft_type");
    return type && *type == "IA3";
}

Result<ParamMap> from_peft(const Json& json, const ModelConfig& /*model*/) {
    for (const auto* key : {"exclude_modules", "modules_to_save"})
        if (const auto* value = find_member(json, key); value && !value->empty())
            return Error{.code = ErrorCode::Unsupported,
                         .message = std::string("adapter_config.json: ") + key +
                                    " is set, which is not supported yet for IA3",
                         .hint = "Use an adapter without it.",
                         .field = key};
    Config config;
    TRY(config.targets, selection_from(json, "target_modules"));
    TRY(config.feedforward_modules, selection_from(json, "feedforward_modules"));
    return params_from(fields(), config);
}

}  // namespace

std::string exported_name(const ProjectionInfo& projection) {
    return "base_model.model." + projection.path + ".ia3_l";
}

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> all = {
        field<&Config::targets>(
            {.key = "targets",
             .label = "Targets",
             .help = "Which linear maps are scaled: auto, names, or a regular expression.",
             .effect = "More: learns a little more; one number an output, next to nothing.",
             .details = "auto takes what PEFT takes for this kind of model: keys, values and the MLP's last "
                        "map for most. Each target costs one number per output, next to nothing."}),
        field<&Config::feedforward_modules>(
            {.key = "feedforward_modules",
             .label = "Feed-forward modules",
             .help = "The targets whose input is scaled, not their output.",
             .effect = "Scaled inputs cost one number each, next to nothing; little difference in quality.",
             .details =
                 "auto is the MLP's last map, whose input is the widest vector of a block. Naming none "
                 "(an empty text) scales outputs only.",
             .level = ParamLevel::Advanced}),
    };
    return all;
}

const Method& method() {
    static const Method described{
        .id = "ia3",
        .title = "IA3",
        .summary = "A few vectors scale keys, values and the MLP. The fewest parameters; for small data.",
        .paper = "arXiv:2205.05638",
        .reported_share = "0.01 % of T0-11B",
        .reported_result = "better than full fine-tuning where examples are few",
        .specs = specs_of(fields()),
        .adapter_formats = {{.format = "peft", .write = to_peft, .recognises = is_peft, .read = from_peft}},
        .is_mergeable = true,
        .is_identity_at_start = true,
        .rate_factor = 25.0,
        .plan = plan,
    };
    return described;
}

}  // namespace tunebench::ia3
