#include "core/study/statistics/spread.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/study/statistics/loss_matrix.h"
#include "core/study/statistics/student.h"

namespace tunebench {
namespace {

constexpr std::size_t kLeastForDeviation = 2;
constexpr std::size_t kLeastForMargin = 3;
constexpr double kOutside = 0.05;  // of the confidence interval

/// Where `step` stands in the run, from `from` on; nothing when it has none.
std::optional<std::size_t> place_of(const StepValues& run, double step, std::size_t from) {
    const auto begin = run.steps.begin() + static_cast<std::ptrdiff_t>(from);
    const auto found = std::lower_bound(begin, run.steps.end(), step);
    if (found == run.steps.end() || *found != step)
        return {};
    return static_cast<std::size_t>(found - run.steps.begin());
}

}  // namespace

Spread spread_of(std::span<const double> values) {
    const auto count = static_cast<double>(values.size());
    Spread spread{.count = values.size(), .mean = std::accumulate(values.begin(), values.end(), 0.0) / count};
    if (values.size() >= kLeastForDeviation)
        spread.deviation = std::sqrt(variance(values));
    if (values.size() >= kLeastForMargin)
        spread.margin = student_critical(kOutside, count - 1.0) * *spread.deviation / std::sqrt(count);
    return spread;
}

StepBand band_of(std::span<const StepValues> runs) {
    StepBand band;
    if (runs.empty())
        return band;
    std::vector<std::size_t> places(runs.size(), 0);
    for (const double step : runs.front().steps) {
        std::vector<double> values;
        double along = 0.0;
        for (std::size_t i = 0; i < runs.size(); ++i)
            if (const auto place = place_of(runs[i], step, places[i])) {
                places[i] = *place;
                values.push_back(runs[i].values[*place]);
                along += runs[i].along[*place];
            }
        if (values.size() < runs.size())
            continue;
        band.steps.push_back(step);
        band.along.push_back(along / static_cast<double>(runs.size()));
        band.spreads.push_back(spread_of(values));
    }
    return band;
}

}  // namespace tunebench
