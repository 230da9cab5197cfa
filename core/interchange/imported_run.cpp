#include "core/interchange/imported_run.h"

#include <array>
#include <set>

namespace tunebench {
namespace {

constexpr std::size_t kMaxValues = 20'000'000;

struct Synonym {
    std::string_view theirs = {};
    std::string_view ours = {};
};

/// In the order of preference.
constexpr std::array<Synonym, 22> kSynonyms = {{
    {"loss", "loss"},
    {"train/loss", "loss"},
    {"train_loss", "loss"},
    {"training_loss", "loss"},
    {"Loss/train", "loss"},
    {"learning_rate", "learning_rate"},
    {"train/learning_rate", "learning_rate"},
    {"lr", "learning_rate"},
    {"train/lr", "learning_rate"},
    {"gradient_norm", "gradient_norm"},
    {"train/gradient_norm", "gradient_norm"},
    {"grad_norm", "gradient_norm"},
    {"train/grad_norm", "gradient_norm"},
    {"epoch", "epoch"},
    {"train/epoch", "epoch"},
    {"tokens", "tokens"},
    {"train/tokens", "tokens"},
    {"train/tokens_per_second", "tokens_per_second"},
    {"train/step_seconds", "step_seconds"},
    {"train/memory_bytes", "memory_bytes"},
    {"train/memory_peak_bytes", "memory_peak_bytes"},
    {"Loss/validation", "validation_loss"},
}};

constexpr std::array<std::string_view, 7> kValidation = {"validation/", "eval/", "val/",  "valid/",
                                                         "eval_",       "val_",  "valid_"};

/// Empty for a name that is not of a validation.
std::string validation_name(std::string_view name) {
    for (const auto prefix : kValidation)
        if (name.starts_with(prefix) && name.size() > prefix.size())
            return "validation_" + std::string(name.substr(prefix.size()));
    return {};
}

}  // namespace

Result<void> ImportedRun::add(std::string_view metric, std::int64_t step, double value) {
    if (++values_ > kMaxValues)
        return Error{ErrorCode::Unsupported, "The log has more than 20 million values.",
                     "Import a log that was written less often."};
    steps[step].values.insert_or_assign(std::string(metric), value);
    return {};
}

std::map<std::string, std::string, std::less<>> metric_names_of(const ImportedRun& run) {
    std::map<std::string, std::string, std::less<>> names;
    for (const auto& [number, step] : run.steps)
        for (const auto& [name, value] : step.values)
            names.try_emplace(name, name);
    std::set<std::string, std::less<>> taken;
    for (const auto& [theirs, ours] : kSynonyms)
        if (const auto found = names.find(theirs);
            found != names.end() && taken.insert(std::string(ours)).second)
            found->second = ours;
    for (auto& [theirs, ours] : names)
        if (auto name = validation_name(theirs);
            !name.empty() && !names.contains(name) && taken.insert(name).second)
            ours = std::move(name);
    return names;
}

}  // namespace tunebench
