// What the schedules have in common: the linear rise at the start, and the way from 1 down to the minimum.
#pragma once

#include <cstdint>
#include <optional>

#include "core/params/field.h"
#include "core/params/param_spec.h"
#include "core/schedules/schedule.h"

namespace tunebench {

inline constexpr double kDefaultWarmupRatio = 0.03;

ParamSpec warmup_ratio_spec();
ParamSpec warmup_steps_spec();
ParamSpec minimum_spec();

/// t / warmup_steps during the warm-up, no value after it.
std::optional<double> warmup_factor(const ScheduleSpan& span, std::int64_t t);

/// How far step t is from the end of the warm-up (0) to the end of the run (1 there and beyond). 0 when the
/// end is not known.
double decay_progress(const ScheduleSpan& span, std::int64_t t);

/// Schedule::check of one whose parameters are each right by themselves; `Fields` gives them.
template <auto Fields>
Result<void> check_fields(const ParamMap& params) {
    TRY_VOID(config_from(Fields(), params));
    return {};
}

/// A shape in [0, 1] squeezed into [minimum, 1].
inline double above_minimum(double shape, double minimum) {
    return shape * (1.0 - minimum) + minimum;
}

}  // namespace tunebench
