// Learning-rate factors against a file of {name: [factor, …]}: 10 warm-up steps of as many steps as there are
// factors.
#include <cmath>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/schedules/schedule.h"
#include "tests/conformance/report.h"

namespace tunebench::conformance {
namespace {

constexpr double kTolerance = 1e-6;
constexpr std::int64_t kWarmupSteps = 10;

void check_one(const std::string& name, const std::vector<double>& expected, Report& report) {
    const bool warms_up = name != "constant";
    const auto* schedule = find_schedule(name == "constant_with_warmup" ? "constant" : name);
    if (!schedule)
        return report.skipped(name, "this schedule is not there yet");
    ParamMap params;
    for (const auto& spec : schedule->specs)
        params.set(spec.key, spec.default_value);
    params.set("minimum", 0.0);
    const ScheduleSpan span{.warmup_steps = warms_up ? kWarmupSteps : 0,
                            .total_steps = static_cast<std::int64_t>(expected.size())};
    double largest = 0.0;
    for (std::size_t t = 0; t < expected.size(); ++t)
        largest = std::max(
            largest, std::abs(schedule->factor(params, span, static_cast<std::int64_t>(t)) - expected[t]));
    const auto numbers = fmt::format("difference {:.0e}", largest);
    largest <= kTolerance ? report.passed(name, numbers) : report.failed(name, numbers);
}

}  // namespace

void check_schedules(const std::string& file, Report& report) {
    const auto json = read_json_file(file);
    if (!json)
        return report.failed(file, json.error().message);
    for (const auto& [name, factors] : json->items())
        if (report.wants(name))
            check_one(name, factors.get<std::vector<double>>(), report);
}

}  // namespace tunebench::conformance
