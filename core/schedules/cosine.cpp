// After the warm-up half a period of a cosine from 1 to the minimum (arXiv:1608.03983, without restarts).
#include <cmath>
#include <numbers>

#include "core/schedules/warmup.h"

namespace tunebench::cosine {
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
    const double shape = 0.5 * (1.0 + std::cos(std::numbers::pi * decay_progress(span, t)));
    return above_minimum(shape, minimum);
}

}  // namespace

const Schedule& schedule() {
    static const Schedule kSchedule = {
        .id = "cosine",
        .title = "Cosine",
        .summary = "Rises during warm-up, then falls along half a cosine to the minimum.",
        .specs = specs_of(fields()),
        .check = &check_fields<fields>,
        .factor = &factor};
    return kSchedule;
}

}  // namespace tunebench::cosine
