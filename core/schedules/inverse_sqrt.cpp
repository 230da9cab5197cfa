// After the warm-up 1/√t, scaled so that it begins at 1 (arXiv:1706.03762). Does not know the run's end.
#include <cmath>

#include "core/schedules/warmup.h"

namespace tunebench::inverse_sqrt {
namespace {

constexpr std::int64_t kTimescale = 10000;  // without warm-up, as in transformers

struct Config {
    double warmup_ratio = kDefaultWarmupRatio;
    std::int64_t warmup_steps = 0;
};

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> kFields = {
        field<&Config::warmup_ratio>(warmup_ratio_spec()),
        field<&Config::warmup_steps>(warmup_steps_spec()),
    };
    return kFields;
}

double factor(const ParamMap& /*params*/, const ScheduleSpan& span, std::int64_t t) {
    if (const auto rising = warmup_factor(span, t))
        return *rising;
    const auto timescale = span.warmup_steps > 0 ? span.warmup_steps : kTimescale;
    const auto shifted = t + timescale - span.warmup_steps;
    return std::sqrt(static_cast<double>(timescale) / static_cast<double>(shifted));
}

}  // namespace

const Schedule& schedule() {
    static const Schedule kSchedule = {
        .id = "inverse_sqrt",
        .title = "Inverse square root",
        .summary = "Rises during warm-up, then falls as 1/√t: slower and slower, without an end.",
        .specs = specs_of(fields()),
        .check = &check_fields<fields>,
        .factor = &factor};
    return kSchedule;
}

}  // namespace tunebench::inverse_sqrt
