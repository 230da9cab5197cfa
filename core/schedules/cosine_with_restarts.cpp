// After the warm-up several cosines, each from 1 to the minimum (arXiv:1608.03983, with cycles of one
// length).
#include <cmath>
#include <numbers>

#include "core/schedules/warmup.h"

namespace tunebench::cosine_with_restarts {
namespace {

struct Config {
    std::int64_t cycles = 2;
    double warmup_ratio = kDefaultWarmupRatio;
    std::int64_t warmup_steps = 0;
    double minimum = 0.0;
};

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> kFields = {
        field<&Config::cycles>({.key = "cycles",
                                .label = "Cycles",
                                .help = "How often the rate falls from its full height.",
                                .effect = "More: the weights are shaken more often; costs nothing.",
                                .details = "Each restart shakes the weights out of where they have settled; "
                                           "the end of each cycle is a good moment to compare.",
                                .min = 1.0,
                                .max = 1000.0}),
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
    const double progress = decay_progress(span, t);
    if (!config || progress >= 1.0)
        return config ? config->minimum : 0.0;
    double whole = 0.0;
    const double in_cycle = std::modf(static_cast<double>(config->cycles) * progress, &whole);
    return above_minimum(0.5 * (1.0 + std::cos(std::numbers::pi * in_cycle)), config->minimum);
}

}  // namespace

const Schedule& schedule() {
    static const Schedule kSchedule = {
        .id = "cosine_with_restarts",
        .title = "Cosine with restarts",
        .summary = "Rises during warm-up, then falls along half a cosine again and again.",
        .specs = specs_of(fields()),
        .check = &check_fields<fields>,
        .factor = &factor};
    return kSchedule;
}

}  // namespace tunebench::cosine_with_restarts
