#include <algorithm>

#include <fmt/format.h>

#include "core/methods/dora/dora.h"

namespace tunebench::dora {
namespace {

/// PEFT has a form for embeddings too; here only linear maps have rows to measure.
Result<void> refuse_embedding(const ModelConfig& model, const lora::Config& config) {
    TRY(const auto sites, lora::adapted_projections(model, config));
    if (std::ranges::none_of(sites, &lora::Adapted::is_embedding))
        return {};
    return Error{.code = ErrorCode::Unsupported,
                 .message = fmt::format("targets: DoRA does not adapt {}", module_names(model).embedding),
                 .hint = "Leave the embedding out of the targets, or use LoRA.",
                 .field = "targets"};
}

Result<MethodPlan> plan(const ModelConfig& model, const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    return plan_of(model, config);
}

Result<Json> to_peft(const ModelConfig& model, const ParamMap& params, const std::string& base_model) {
    TRY(const auto config, config_from(fields(), params));
    TRY(auto json, lora::peft_config(model, config.lora, base_model));
    json["use_dora"] = true;
    return json;
}

bool is_peft(const Json& json) {
    const auto type = json_string(json, "peft_type");
    return type && *type == "LORA" && json.value("use_dora", Json()) == Json(true);
}

Result<ParamMap> from_peft(const Json& json, const ModelConfig& model) {
    TRY(auto config, lora::config_from_peft(json, model));
    return params_from(fields(), Config{.lora = std::move(config)});
}

}  // namespace

const std::vector<Field<Config>>& fields() {
    static const auto all = fields_of_member<&Config::lora>(lora::fields());
    return all;
}

Result<MethodPlan> plan_of(const ModelConfig& model, const Config& config) {
    TRY_VOID(refuse_embedding(model, config.lora));
    TRY(auto plan, lora::plan_of(model, config.lora));
    std::vector<TrainableTensor> tensors;
    for (auto& tensor : plan.tensors) {
        constexpr std::string_view kAfter = "lora_B.weight";
        const auto& name = tensors.emplace_back(std::move(tensor)).name;
        if (!name.ends_with(kAfter))
            continue;
        auto magnitude = name.substr(0, name.size() - kAfter.size()) + "lora_magnitude_vector";
        const auto rows = tensors.back().shape.front();
        tensors.push_back({.name = std::move(magnitude), .shape = {rows}, .is_matrix = false});
    }
    plan.tensors = std::move(tensors);
    for (auto& use : plan.projections)
        use.scales_output = use.rank > 0;
    return plan;
}

const Method& method() {
    static const Method described{
        .id = "dora",
        .title = "DoRA",
        .summary =
            "LoRA that learns direction and length of each row apart. Often better at low ranks, a "
            "little slower.",
        .paper = "arXiv:2402.09353",
        .reported_share = "0.43 to 0.84 % of LLaMA-7B",
        .reported_result = "better than LoRA at the same rank",
        .specs = specs_of(fields()),
        .adapter_formats = {{.format = "peft", .write = to_peft, .recognises = is_peft, .read = from_peft}},
        .is_mergeable = true,
        .is_identity_at_start = true,
        .has_exact_gradient = false,
        .plan = plan,
    };
    return described;
}

}  // namespace tunebench::dora
