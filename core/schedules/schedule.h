// Schedule: the learning rate's factor over a run. t counts optimizer steps done before the step, so the
// first warm-up step has factor 0, as in transformers' schedules. One file a schedule, and a line in
// schedules.def.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/params/param_spec.h"

namespace tunebench {

/// The course of a run, in optimizer steps.
struct ScheduleSpan {
    std::int64_t warmup_steps = 0;
    std::int64_t total_steps =
        0;  // 0: not known before the run (minutes alone limit it); nothing decays then
};

struct Schedule {
    std::string_view id;
    std::string_view title;
    std::string_view summary;
    std::vector<ParamSpec>
        specs;  // warmup_ratio, warmup_steps, minimum where the rate falls, the schedule's own
    Result<void> (*check)(const ParamMap& params) = nullptr;
    /// Factor in [0, 1] of the base rate at step t ≥ 0; at least `minimum` after the warm-up, which is
    /// reached at total_steps and kept beyond. Takes checked parameters.
    double (*factor)(const ParamMap& params, const ScheduleSpan& span, std::int64_t t) = nullptr;
};

std::span<const Schedule* const> all_schedules();
const Schedule* find_schedule(std::string_view id);  // nullptr when unknown

/// warmup_steps when it is above 0, else warmup_ratio · total_steps rounded up.
ScheduleSpan schedule_span(const ParamMap& params, std::int64_t total_steps);

}  // namespace tunebench
