#include "core/study/plan/study_plan.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/base/text_distance.h"
#include "core/params/param_json.h"
#include "core/run/changed_config.h"
#include "core/study/plan/equal_amount.h"

namespace tunebench {
namespace {

constexpr std::size_t kMostArms = 1000;
constexpr std::string_view kLearningRate = "optimizer.learning_rate";

/// One field's list of values: each combination of before with each of them.
std::vector<ParamMap> times(const std::vector<ParamMap>& combinations, const std::string& key,
                            const std::vector<ParamValue>& values) {
    std::vector<ParamMap> all;
    for (const auto& combination : combinations)
        for (const auto& value : values) {
            all.push_back(combination);
            all.back().set(key, value);
        }
    return all;
}

Result<std::vector<ParamMap>> combinations_of(const StudyMethod& method) {
    std::vector<ParamMap> combinations(1);
    for (const auto& [key, list] : method.grid.items()) {
        if (combinations.size() * list.size() > kMostArms)
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = fmt::format("The grid of \"{}\" has more than {} combinations",
                                                method.name, kMostArms),
                         .hint = "Vary fewer fields at once.",
                         .field = "methods"};
        std::vector<ParamValue> values;
        for (const auto& entry : list) {
            TRY(auto value, param_from_json(entry, key));
            values.push_back(std::move(value));
        }
        combinations = times(combinations, key, values);
    }
    return combinations;
}

std::string arm_name(const StudyMethod& method, const ParamMap& grid) {
    std::string name = method.name;
    for (const auto& [key, value] : grid.entries)
        name += fmt::format(", {} {}", key.substr(key.rfind('.') + 1), param_text(value));
    return name;
}

Result<StudyArm> make_arm(const StudySettings& settings, const StudyMethod& method, const ParamMap& grid) {
    StudyArm arm{.name = arm_name(method, grid), .method_name = method.name, .grid = grid};
    TRY(arm.config, changed_config(settings.base, method.set, settings.folder));
    for (const auto& [key, value] : grid.entries) {
        TRY(arm.config, changed_config(arm.config, nested(key, to_json(value)), settings.folder));
    }
    TRY_VOID(hold_equal(arm.config, settings.rules));
    arm.searches_rate =
        method.search_rate && !settings.rules.rate_factors.empty() && !grid.find(kLearningRate);
    return arm;
}

Result<std::vector<StudyArm>> arms_of(const StudySettings& settings) {
    std::vector<StudyArm> arms;
    std::set<std::string> names;
    for (const auto& method : settings.methods) {
        TRY(const auto combinations, combinations_of(method));
        for (const auto& grid : combinations) {
            auto arm = make_arm(settings, method, grid);
            if (!arm) {
                auto error = arm.error();
                error.message = fmt::format("{}: {}", arm_name(method, grid), error.message);
                return error;
            }
            if (!names.insert(arm->name).second)
                return Error{.code = ErrorCode::InvalidArgument,
                             .message = fmt::format("Two methods are called \"{}\"", arm->name),
                             .hint = "Give each a name of its own.",
                             .field = "methods"};
            arms.push_back(*std::move(arm));
        }
    }
    return arms;
}

/// The arm of that name; of a method with a grid, its first.
Result<std::size_t> baseline_of(const std::vector<StudyArm>& arms, const std::string& name) {
    if (name.empty())
        return std::size_t{0};
    std::vector<std::string> names;
    for (std::size_t i = 0; i < arms.size(); ++i) {
        if (arms[i].name == name || arms[i].method_name == name)
            return i;
        names.push_back(arms[i].name);
    }
    const auto near = nearest(name, names);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("The baseline \"{}\" is none of the methods", name),
                 .hint = near.empty() ? fmt::format("They are: {}.", fmt::join(names, "; "))
                                      : fmt::format("Did you mean \"{}\"?", near),
                 .field = "baseline"};
}

Result<void> check_rules(const StudySettings& settings) {
    if (settings.rules.held_out.empty() && settings.base.data.validation.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "The study has no held-out data to judge methods by",
                     .hint = "Set held_out, or data.validation in the base.",
                     .field = "held_out"};
    const bool has_validation =
        !settings.base.data.validation.empty() || settings.base.data.validation_share > 0.0;
    if (!settings.rules.rate_factors.empty() && !has_validation)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "The search of learning rates needs validation data",
                     .hint = "Set data.validation in the base, or leave learning_rates out.",
                     .field = "learning_rates.factors"};
    return {};
}

void set_rate(RunConfig& config, double learning_rate) {
    config.optimizer.params.set("learning_rate", learning_rate);
}

void name_run(RunConfig& config, const StudyPlan& plan, const StudyArm& arm, std::string_view what) {
    const auto& study = plan.settings.rules.name;
    config.general.name = fmt::format("{}{}{}, {}", study, study.empty() ? "" : ": ", arm.name, what);
}

}  // namespace

std::size_t StudyPlan::search_runs() const {
    const auto searching = static_cast<std::size_t>(std::ranges::count_if(arms, &StudyArm::searches_rate));
    return searching * settings.rules.rate_factors.size();
}

Result<StudyPlan> plan_study(StudySettings settings) {
    TRY_VOID(check_rules(settings));
    StudyPlan plan;
    TRY(plan.arms, arms_of(settings));
    TRY(plan.baseline, baseline_of(plan.arms, settings.rules.baseline));
    plan.settings = std::move(settings);
    return plan;
}

RunConfig race_run(const StudyPlan& plan, const StudyArm& arm, std::int64_t seed, double learning_rate) {
    auto config = arm.config;
    set_rate(config, learning_rate);
    config.general.seed = seed;
    name_run(config, plan, arm, fmt::format("seed {}", seed));
    return config;
}

RunConfig search_run(const StudyPlan& plan, const StudyArm& arm, double factor) {
    auto config = arm.config;
    const double rate = learning_rate_of(config) * factor;
    set_rate(config, rate);
    config.general.seed = plan.seed(0);
    shorten(config.budget, plan.settings.rules.rate_share);
    config.checkpoints.every = 0;
    config.evaluation.samples.clear();
    config.evaluation.general_file.clear();
    name_run(config, plan, arm, fmt::format("rate {:g}", rate));
    return config;
}

double learning_rate_of(const RunConfig& config) {
    const auto* value = config.optimizer.params.find("learning_rate");
    const auto* rate = value ? value->get<double>() : nullptr;
    return rate ? *rate : 0.0;
}

}  // namespace tunebench
