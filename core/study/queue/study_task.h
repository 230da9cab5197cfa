// StudyTask: one run of a study's queue, and how far it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/study/plan/study_plan.h"
#include "core/study/queue/measured_run.h"

namespace tunebench {

enum class StudyPart {
    Base,
    Search,
    Race
};  // an untrained model, a try of a learning rate, a run that counts
enum class TaskState { Waiting, AtWork, Measured, Failed, Skipped };

struct StudyTask {
    StudyPart part = StudyPart::Base;
    std::size_t arm = 0;
    std::size_t index = 0;  // of the factor, or of the seed
    TaskState state = TaskState::Waiting;
    MeasuredRun run = {};     // what is known of it
    bool is_retried = false;  // that it failed before does not count

    bool is_over() const { return state != TaskState::Waiting && state != TaskState::AtWork; }
};

/// Every run of the study: untrained models, the search, then the race seed by seed, so that a study that is
/// cut short has compared all methods.
std::vector<StudyTask> study_tasks(const StudyPlan& plan);

/// Only one that waits can be moved; false: nothing has changed.
bool move_task(std::vector<StudyTask>& tasks, std::size_t from, std::size_t to);

/// "LoRA, seed 42"
std::string task_title(const StudyPlan& plan, const StudyTask& task);
/// Stable within a study, whatever the order of its runs: "race/LoRA/42".
std::string task_name(const StudyPlan& plan, const StudyTask& task);
std::string_view part_name(StudyPart part);  // "race"

}  // namespace tunebench
