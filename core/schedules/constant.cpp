// The full rate, after a warm-up if one is wanted. No warm-up by default: the name promises the same rate
// throughout.
#include "core/schedules/warmup.h"

namespace tunebench::constant {
namespace {

struct Config {
    double warmup_ratio = 0.0;
    std::int64_t warmup_steps = 0;
};

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> kFields = {
        field<&Config::warmup_ratio>(warmup_ratio_spec()),
        field<&Config::warmup_steps>(warmup_steps_spec()),
    };
    return kFields;
}

double factor(const ParamMap&, const ScheduleSpan& span, std::int64_t t) {
    return warmup_factor(span, t).value_or(1.0);
}

}  // namespace

const Schedule& schedule() {
    static const Schedule kSchedule = {
        .id = "constant",
        .title = "Constant",
        .summary = "The same rate throughout, after a warm-up if one is wanted.",
        .specs = specs_of(fields()),
        .check = &check_fields<fields>,
        .factor = &factor};
    return kSchedule;
}

}  // namespace tunebench::constant
