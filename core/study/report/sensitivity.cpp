#include "core/study/report/sensitivity.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "core/params/param_json.h"

namespace tunebench {
namespace {

std::optional<double> number_of(const ParamValue& value) {
    if (const auto* whole = value.get<std::int64_t>())
        return static_cast<double>(*whole);
    if (const auto* number = value.get<double>())
        return *number;
    return {};
}

/// The arm's name without the value of that field.
std::string name_without(const ArmReport& arm, const std::string& field) {
    std::string name = arm.method_name;
    for (const auto& [key, value] : arm.grid.entries)
        if (key != field)
            name += fmt::format(", {} {}", key.substr(key.rfind('.') + 1), param_text(value));
    return name;
}

SensitivityCurve& curve_of(std::vector<SensitivityCurve>& curves, const std::string& field,
                           const std::string& name) {
    const auto found = std::ranges::find_if(
        curves, [&](const SensitivityCurve& one) { return one.field == field && one.name == name; });
    if (found != curves.end())
        return *found;
    return curves.emplace_back(SensitivityCurve{.field = field, .name = name});
}

/// A curve of one point says nothing of what its value does.
std::vector<SensitivityCurve> with_order(std::vector<SensitivityCurve> curves) {
    std::erase_if(curves, [](const SensitivityCurve& one) { return one.points.size() < 2; });
    for (auto& curve : curves)
        std::ranges::sort(curve.points, {}, &SensitivityPoint::value);
    return curves;
}

}  // namespace

std::vector<SensitivityCurve> sensitivity_of(const StudyReport& report) {
    std::vector<SensitivityCurve> curves;
    for (const auto& arm : report.arms) {
        if (!arm.loss)
            continue;
        for (const auto& [field, value] : arm.grid.entries)
            if (const auto number = number_of(value))
                curve_of(curves, field, name_without(arm, field))
                    .points.push_back({.value = *number,
                                       .loss = arm.loss->mean,
                                       .margin = arm.loss->margin(kReportConfidence)});
    }
    return with_order(std::move(curves));
}

std::vector<SensitivityCurve> rate_search_of(const StudyReport& report) {
    std::vector<SensitivityCurve> curves;
    for (const auto& arm : report.arms)
        for (const auto& one : arm.tries)
            if (std::isfinite(one.validation_loss))
                curve_of(curves, "optimizer.learning_rate", arm.name)
                    .points.push_back({.value = one.learning_rate,
                                       .loss = one.validation_loss,
                                       .is_chosen = one.learning_rate == arm.learning_rate});
    return with_order(std::move(curves));
}

}  // namespace tunebench
