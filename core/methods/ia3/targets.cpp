// Which projections IA3 scales.
#include <algorithm>
#include <set>

#include "core/methods/ia3/ia3.h"
#include "core/methods/module_selection.h"

namespace tunebench::ia3 {
namespace {

/// What PEFT scales where nothing is said. The last name is the feed-forward module.
struct Defaults {
    std::string_view model_type;
    std::vector<std::string> names;
};

const std::vector<Defaults>& all_defaults() {
    static const std::vector<Defaults> all = {
        {"bert", {"key", "value", "output.dense"}},
        {"gemma", {"q_proj", "v_proj", "down_proj"}},
        {"gemma2", {"q_proj", "v_proj", "down_proj"}},
        {"gemma3_text", {"q_proj", "v_proj", "down_proj"}},
        {"gpt2", {"c_attn", "mlp.c_proj"}},
        {"gpt_neox", {"query_key_value", "dense_4h_to_h"}},
        {"llama", {"k_proj", "v_proj", "down_proj"}},
        {"mistral", {"k_proj", "v_proj", "down_proj"}},
        {"mixtral", {"k_proj", "v_proj", "w2"}},
        {"opt", {"q_proj", "k_proj", "fc2"}},
        {"phi", {"q_proj", "v_proj", "fc2"}},
        {"qwen2", {"q_proj", "v_proj", "down_proj"}},
        {"qwen3", {"q_proj", "v_proj", "down_proj"}},
        {"roberta", {"key", "value", "output.dense"}},
    };
    return all;
}

/// Keys, values (or the map that makes both) and the down projection, by their names inside a layer.
std::vector<std::string> names_by_role(const ModelConfig& model) {
    const auto& names = module_names(model);
    if (model.fused_qkv != FusedQkv::None)
        return {names.query_key_value, names.down};
    return {names.key, names.value, model.experts ? names.expert_down : names.down};
}

std::vector<std::string> default_names(const ModelConfig& model) {
    const auto& all = all_defaults();
    const auto known = std::ranges::find(all, model.model_type, &Defaults::model_type);
    return known == all.end() ? names_by_role(model) : known->names;
}

/// PEFT takes feed-forward modules only from among the targets.
Result<void> check_feedforward(const Config& config) {
    const auto& targets = config.targets.names;
    for (const auto& name : config.feedforward_modules.names)
        if (!targets.empty() && std::ranges::find(targets, name) == targets.end())
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = "feedforward_modules: '" + name + "' is not among the targets",
                         .hint = "Name it in targets too, or leave it out here.",
                         .field = "feedforward_modules"};
    return {};
}

}  // namespace

std::vector<std::int64_t> Scaled::shape() const {
    return scales_input ? std::vector<std::int64_t>{1, projection.in_features}
                        : std::vector<std::int64_t>{projection.out_features, 1};
}

Config resolved(const ModelConfig& model, Config config) {
    const TextOrList automatic{.text = "auto"};
    const auto names = default_names(model);
    if (config.targets == automatic)
        config.targets = {.names = names};
    if (config.feedforward_modules != automatic)
        return config;
    config.feedforward_modules = {};
    if (config.targets.names.empty())
        config.feedforward_modules.names = {names.back()};
    for (const auto& target : config.targets.names)
        if (ends_with_component(target, names.back()))
            config.feedforward_modules.names.push_back(target);
    return config;
}

Result<std::vector<Scaled>> scaled_projections(const ModelConfig& model, const Config& given) {
    const auto config = resolved(model, given);
    TRY_VOID(check_feedforward(config));
    TRY(const auto chosen, select_modules(projections_of(model), config.targets, "targets"));
    std::vector<ProjectionInfo> feedforward;
    std::set<std::string_view> scaled_before;
    if (config.feedforward_modules != TextOrList{}) {
        TRY(feedforward,
            select_modules(projections_of(model), config.feedforward_modules, "feedforward_modules"));
    }
    for (const auto& projection : feedforward)
        scaled_before.insert(projection.path);
    std::vector<Scaled> scaled;
    for (const auto& projection : chosen)
        scaled.push_back({.projection = projection, .scales_input = scaled_before.contains(projection.path)});
    return scaled;
}

}  // namespace tunebench::ia3
