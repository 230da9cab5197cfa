// Metrics of curves and of comparisons in words, and as axes.
#pragma once

#include <string>

#include <QString>

#include "core/study/report/run_comparison.h"
#include "ui/charts/scatter_chart.h"

namespace tunebench::ui {

/// "Training loss"; of a metric that another program named, its name.
QString curveName(const std::string& metric);

/// "Peak memory" of a compared metric.
QString metricName(const ComparedMetric& metric);

/// How a compared metric comes about, where its name does not say it; else empty.
QString metricHelp(const std::string& metric);

/// A metric in the unit that suits its largest value: what values are divided by, and the axis in that unit.
struct MetricAxis {
    double unit = 1.0;
    ScatterAxis axis = {};
};

MetricAxis metricAxis(const ComparedMetric& metric);

}  // namespace tunebench::ui
