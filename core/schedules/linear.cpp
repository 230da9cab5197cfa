// After the warm-up a straight line from 1 to the minimum.
#include "core/schedules/warmup.h"

namespace tunebench::linear {
namespace {

struct Config {
    double warmup_ratio = kDefaultWarmupRatio;
    std::int64_t warmup_steps = 0;
    double minimum = 0.0;
};

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> kFields = {
        field<&Config::warmup_ratio>(warmup_ratio_spec()),
        field<&Config::warmup_steps>(warmup_steps_spec()),
        field<&Config::minimum>(minimum_spec()),
    };
    return kFields;
}

double factor(const ParamMap& params, const ScheduleSpan& span, std::int64_t t) {
    if (const auto rising = warmup_factor(span, t))
        return *rising;
    const auto config = config_from(fields(), params);
    const double minimum = config ? config->minimum : 0.0;
    return above_minimum(1.0 - decay_progress(span, t), minimum);
}

}  // namespace

const Schedule& schedule() {
    static const Schedule kSchedule = {
        .id = "linear",
        .title = "Linear",
        .summary = "Rises during warm-up, then falls in a straight line to the minimum.",
        .specs = specs_of(fields()),
        .check = &check_fields<fields>,
        .factor = &factor};
    return kSchedule;
}

}  // namespace tunebench::linear
