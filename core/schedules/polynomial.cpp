// After the warm-up the power of a straight line from 1 to the minimum.
#include <cmath>

#include "core/schedules/warmup.h"

namespace tunebench::polynomial {
namespace {

struct Config {
    double power = 1.0;
    double warmup_ratio = kDefaultWarmupRatio;
    std::int64_t warmup_steps = 0;
    double minimum = 0.0;
};

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> kFields = {
        field<&Config::power>(
            {.key = "power",
             .label = "Power",
             .help = "1 falls in a straight line; above 1 the rate falls early and ends gently.",
             .effect = "Higher: low rates earlier, a gentler end; costs nothing.",
             .details = "2 spends most of the run at low rates, 0.5 most of it at high ones. Costs neither "
                        "memory nor time.",
             .min = 0.0,
             .max = 100.0,
             .min_exclusive = true}),
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
    const auto [power, minimum] = config ? std::pair(config->power, config->minimum) : std::pair(1.0, 0.0);
    return above_minimum(std::pow(1.0 - decay_progress(span, t), power), minimum);
}

}  // namespace

const Schedule& schedule() {
    static const Schedule kSchedule = {
        .id = "polynomial",
        .title = "Polynomial",
        .summary = "Rises during warm-up, then falls along a power of a line to the minimum.",
        .specs = specs_of(fields()),
        .check = &check_fields<fields>,
        .factor = &factor};
    return kSchedule;
}

}  // namespace tunebench::polynomial
