#include "core/schedules/warmup.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace tunebench {
namespace {

// A product such as 70 · 0.1 comes out a hair above the whole number that is meant.
constexpr double kRoundingSlack = 1e-9;

double number_or(const ParamMap& params, std::string_view key, double fallback) {
    const auto* value = params.find(key);
    if (!value)
        return fallback;
    if (const auto* integer = value->get<std::int64_t>())
        return static_cast<double>(*integer);
    const auto* real = value->get<double>();
    return real ? *real : fallback;
}

}  // namespace

ParamSpec warmup_ratio_spec() {
    return {.key = "warmup_ratio",
            .label = "Warm-up",
            .help = "Share of the run over which the rate rises from 0.",
            .effect = "Longer: a steadier start, fewer steps at the full rate; costs nothing.",
            .details =
                "A rise of 3 to 10 % keeps the first steps, whose gradients are the least reliable, from "
                "spoiling a pretrained model. 0 starts at the full rate.",
            .unit = "of the run",
            .min = 0.0,
            .max = 1.0};
}

ParamSpec warmup_steps_spec() {
    return {.key = "warmup_steps",
            .label = "Warm-up steps",
            .help = "Optimizer steps of warm-up; 0 takes the share of the run instead.",
            .effect = "More: a steadier start, fewer steps at the full rate; costs nothing.",
            .details =
                "A fixed number makes runs of different length start alike. Optimizers with running means "
                "want some 100 steps before these mean much.",
            .unit = "steps",
            .min = 0.0,
            .max = 1e12,
            .level = ParamLevel::Advanced};
}

ParamSpec minimum_spec() {
    return {.key = "minimum",
            .label = "Minimum",
            .help = "Share of the learning rate that is left at the end of the run.",
            .effect = "Higher: keeps learning to the end, settles less; costs nothing.",
            .details = "0 lets the run settle; 0.1 keeps it learning, which helps when it may be continued.",
            .unit = "of the rate",
            .min = 0.0,
            .max = 1.0,
            .level = ParamLevel::Advanced};
}

ScheduleSpan schedule_span(const ParamMap& params, std::int64_t total_steps) {
    const auto steps = static_cast<std::int64_t>(number_or(params, "warmup_steps", 0.0));
    const double share = number_or(params, "warmup_ratio", 0.0) * static_cast<double>(total_steps);
    const auto from_ratio = static_cast<std::int64_t>(std::ceil(std::max(0.0, share - kRoundingSlack)));
    return {.warmup_steps = steps > 0 ? steps : from_ratio, .total_steps = total_steps};
}

std::optional<double> warmup_factor(const ScheduleSpan& span, std::int64_t t) {
    if (t >= span.warmup_steps)
        return std::nullopt;
    return static_cast<double>(t) / static_cast<double>(std::max<std::int64_t>(1, span.warmup_steps));
}

double decay_progress(const ScheduleSpan& span, std::int64_t t) {
    if (span.total_steps <= 0)
        return 0.0;
    const auto length = std::max<std::int64_t>(1, span.total_steps - span.warmup_steps);
    return std::clamp(static_cast<double>(t - span.warmup_steps) / static_cast<double>(length), 0.0, 1.0);
}

}  // namespace tunebench
