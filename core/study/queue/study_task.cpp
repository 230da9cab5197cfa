#include "core/study/queue/study_task.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/study/queue/study_measurement.h"
#include "core/study/queue/study_results.h"

namespace tunebench {
namespace {

double tried_rate(const StudyPlan& plan, const StudyTask& task) {
    return learning_rate_of(plan.arms[task.arm].config) * plan.settings.rules.rate_factors[task.index];
}

/// One for all arms that start from the same model.
void add_bases(std::vector<StudyTask>& tasks, const StudyPlan& plan) {
    if (measurements_of(plan.settings, /*is_trained=*/false).empty())
        return;
    std::set<std::string> known;
    for (std::size_t arm = 0; arm < plan.arms.size(); ++arm)
        if (known.insert(base_key(plan.arms[arm].config)).second)
            tasks.push_back({.part = StudyPart::Base, .arm = arm});
}

void add_search(std::vector<StudyTask>& tasks, const StudyPlan& plan) {
    for (std::size_t arm = 0; arm < plan.arms.size(); ++arm)
        if (plan.arms[arm].searches_rate)
            for (std::size_t i = 0; i < plan.settings.rules.rate_factors.size(); ++i)
                tasks.push_back({.part = StudyPart::Search, .arm = arm, .index = i});
}

}  // namespace

std::vector<StudyTask> study_tasks(const StudyPlan& plan) {
    std::vector<StudyTask> tasks;
    add_bases(tasks, plan);
    add_search(tasks, plan);
    for (std::size_t seed = 0; seed < plan.seeds(); ++seed)
        for (std::size_t arm = 0; arm < plan.arms.size(); ++arm)
            tasks.push_back({.part = StudyPart::Race, .arm = arm, .index = seed});
    return tasks;
}

bool move_task(std::vector<StudyTask>& tasks, std::size_t from, std::size_t to) {
    if (from >= tasks.size() || to >= tasks.size() || from == to || tasks[from].state != TaskState::Waiting)
        return false;
    const auto place = [&](std::size_t index) { return tasks.begin() + static_cast<std::ptrdiff_t>(index); };
    if (from < to)
        std::rotate(place(from), place(from) + 1, place(to) + 1);
    else
        std::rotate(place(to), place(from), place(from) + 1);
    return true;
}

std::string task_title(const StudyPlan& plan, const StudyTask& task) {
    const auto& arm = plan.arms[task.arm];
    switch (task.part) {
        case StudyPart::Base:
            return std::filesystem::path(arm.config.model.path).filename().string();
        case StudyPart::Search:
            return fmt::format("{}, learning rate {:g}", arm.name, tried_rate(plan, task));
        case StudyPart::Race:
            break;
    }
    return fmt::format("{}, seed {}", arm.name, plan.seed(task.index));
}

std::string task_name(const StudyPlan& plan, const StudyTask& task) {
    const auto& arm = plan.arms[task.arm];
    switch (task.part) {
        case StudyPart::Base:
            return "base/" + base_key(arm.config);
        case StudyPart::Search:
            return fmt::format("search/{}/{:g}", arm.name, plan.settings.rules.rate_factors[task.index]);
        case StudyPart::Race:
            break;
    }
    return fmt::format("race/{}/{}", arm.name, plan.seed(task.index));
}

std::string_view part_name(StudyPart part) {
    switch (part) {
        case StudyPart::Base:
            return "untrained model";
        case StudyPart::Search:
            return "rate search";
        case StudyPart::Race:
            break;
    }
    return "race";
}

}  // namespace tunebench
