// After the warm-up a plateau at 1, and in the last part of the run the way down (arXiv:2404.06395).
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/schedules/warmup.h"

namespace tunebench::warmup_stable_decay {
namespace {

enum class Shape { Cosine, Linear, OneMinusSqrt };

constexpr Choice kShapes[] = {{"cosine", "Cosine"}, {"linear", "Linear"}, {"1-sqrt", "1 − √: steep first"}};

struct Config {
    double decay_ratio = 0.2;
    Shape decay_shape = Shape::Cosine;
    double warmup_ratio = kDefaultWarmupRatio;
    std::int64_t warmup_steps = 0;
    double minimum = 0.0;
};

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> kFields = {
        field<&Config::decay_ratio>(
            {.key = "decay_ratio",
             .label = "Decay",
             .help = "Share of the run, at its end, over which the rate falls.",
             .effect = "Longer: settles more gently, less time at the full rate; costs nothing.",
             .details = "Until it begins, the run can be prolonged at will. 10 to 20 % are usual; most of "
                        "the gain comes within it.",
             .unit = "of the run",
             .min = 0.0,
             .max = 1.0}),
        field<&Config::decay_shape>({.key = "decay_shape",
                                     .label = "Shape of the decay",
                                     .help = "How the rate falls.",
                                     .effect = "Steep first did best in comparisons; costs nothing.",
                                     .details = "1 − √ falls fastest at first and did best where shapes were "
                                                "compared. No difference in memory or time.",
                                     .choices = kShapes,
                                     .level = ParamLevel::Advanced}),
        field<&Config::warmup_ratio>(warmup_ratio_spec()),
        field<&Config::warmup_steps>(warmup_steps_spec()),
        field<&Config::minimum>(minimum_spec()),
    };
    return kFields;
}

/// From 1 to 0 as `progress` goes from 0 to 1.
double fallen(Shape shape, double progress) {
    switch (shape) {
        case Shape::Linear:
            return 1.0 - progress;
        case Shape::OneMinusSqrt:
            return 1.0 - std::sqrt(progress);
        case Shape::Cosine:
            break;
    }
    return 0.5 * (1.0 + std::cos(std::numbers::pi * progress));
}

double factor(const ParamMap& params, const ScheduleSpan& span, std::int64_t t) {
    if (const auto rising = warmup_factor(span, t))
        return *rising;
    const auto config = config_from(fields(), params);
    if (!config || span.total_steps <= 0)
        return 1.0;
    const auto total = static_cast<double>(span.total_steps);
    // A run that is all warm-up and decay has no plateau, and the decay begins later than it should.
    const double length =
        std::clamp(config->decay_ratio * total, 1.0,
                   std::max(1.0, total - static_cast<double>(std::max<std::int64_t>(0, span.warmup_steps))));
    const double progress = std::clamp((static_cast<double>(t) - (total - length)) / length, 0.0, 1.0);
    return above_minimum(fallen(config->decay_shape, progress), config->minimum);
}

}  // namespace

const Schedule& schedule() {
    static const Schedule kSchedule = {
        .id = "warmup_stable_decay",
        .title = "Warm-up, stable, decay",
        .summary = "Rises during warm-up, stays at the full rate, and falls to the minimum at the end.",
        .specs = specs_of(fields()),
        .check = &check_fields<fields>,
        .factor = &factor};
    return kSchedule;
}

}  // namespace tunebench::warmup_stable_decay
