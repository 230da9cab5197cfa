#include "core/methods/peft_task.h"

#include <algorithm>

namespace tunebench::peft {
namespace {

constexpr std::string_view kTask = "SEQ_CLS";
constexpr std::string_view kHeads[] = {"classifier", "score"};

bool is_head(const std::string& module) {
    return std::ranges::find(kHeads, module) != std::end(kHeads);
}

bool is_in_head(const std::string& module) {
    return std::ranges::any_of(kHeads, [&](std::string_view head) {
        return module.starts_with(head) && (module.size() == head.size() || module[head.size()] == '.');
    });
}

std::vector<std::string> other_modules(const Json& config) {
    auto modules = json_strings(config, "modules_to_save");
    if (!modules)
        return {};
    auto names = *std::move(modules);
    std::erase_if(names, is_head);
    return names;
}

}  // namespace

bool is_classification(const Json& config) {
    const auto task = json_string(config, "task_type");
    return task && *task == kTask;
}

void set_classification(Json& config) {
    auto modules = other_modules(config);
    modules.insert(modules.end(), std::begin(kHeads), std::end(kHeads));
    config["modules_to_save"] = modules;
    config["task_type"] = kTask;
}

Json without_head(Json config) {
    auto modules = other_modules(config);
    config["modules_to_save"] = modules.empty() ? Json(nullptr) : Json(std::move(modules));
    if (auto targets = json_strings(config, "target_modules")) {
        std::erase_if(*targets, is_in_head);
        config["target_modules"] = *targets;
    }
    return config;
}

std::string head_prefix(const Json& config) {
    const auto type = json_string(config, "peft_type");
    const bool wraps_nothing =
        type && (*type == "PREFIX_TUNING" || *type == "PROMPT_TUNING" || *type == "P_TUNING");
    return wraps_nothing ? "base_model." : "base_model.model.";
}

}  // namespace tunebench::peft
