// The curves that the compare page draws: of each group one, the runs' own or their mean with a band.
#pragma once

#include <vector>

#include "core/study/report/run_comparison.h"
#include "ui/charts/band_chart.h"

namespace tunebench::ui {

enum class Band { Deviation, Interval };  // standard deviation; 95 % confidence interval of the mean

struct CurveChoice {
    Band band = Band::Deviation;
    double smoothing = 0.0;  // weight of the moving average; 0: none
};

/// `runs` has the values of each run of the comparison. A group whose runs have none gets an empty curve.
std::vector<BandCurve> groupCurves(const RunComparison& comparison, std::vector<StepValues> runs,
                                   const CurveChoice& choice);

}  // namespace tunebench::ui
