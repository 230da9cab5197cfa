#include "ui/pages/compare/group_curves.h"

#include <limits>

#include "ui/charts/smoothing.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr std::size_t kFewPoints = 60;

BandCurve curveOfRun(StepValues run) {
    return {.x = std::move(run.along), .y = std::move(run.values)};
}

BandCurve curveOfRuns(const std::vector<StepValues>& runs, const CurveChoice& choice) {
    auto band = band_of(runs);
    BandCurve curve{.x = std::move(band.along)};
    for (const auto& spread : band.spreads) {
        curve.y.push_back(spread.mean);
        const auto& margin = choice.band == Band::Interval ? spread.margin : spread.deviation;
        curve.margin.push_back(margin.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    return curve;
}

}  // namespace

std::vector<BandCurve> groupCurves(const RunComparison& comparison, std::vector<StepValues> runs,
                                   const CurveChoice& choice) {
    if (choice.smoothing > 0.0)
        for (auto& run : runs)
            run.values = smoothed(run.values, choice.smoothing);
    std::vector<BandCurve> curves;
    for (std::size_t group = 0; group < comparison.groups.size(); ++group) {
        std::vector<StepValues> ofGroup;
        for (const auto run : comparison.groups[group].runs)
            if (!runs[run].steps.empty())
                ofGroup.push_back(std::move(runs[run]));
        auto curve =
            ofGroup.size() == 1 ? curveOfRun(std::move(ofGroup.front())) : curveOfRuns(ofGroup, choice);
        curve.name = toQt(comparison.groups[group].name);
        curve.series = static_cast<int>(group);
        curve.hasFewPoints = curve.x.size() <= kFewPoints;
        curves.push_back(std::move(curve));
    }
    return curves;
}

}  // namespace tunebench::ui
