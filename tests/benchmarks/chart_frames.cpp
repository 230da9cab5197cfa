// tunebench-chart-frames [CURVES [POINTS]]: how long a frame of a pan or a zoom takes in a chart of 1200 x
// 700, by default with 20 curves of a million points each. Exit code 1 where one of ten frames takes longer
// than 110 ms. For both scales:
//   for scale in 1 2; do QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=$scale tunebench-chart-frames; done
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>

#include "core/base/random.h"
#include "ui/charts/line_chart.h"
#include "ui/theme/theme.h"

namespace {

using tunebench::Random;
using namespace tunebench::ui;

constexpr double kGoalMs = 110.0;
constexpr int kFrames = 60;

/// A loss that falls, with the noise of small batches.
std::vector<double> loss(std::size_t points, int curve) {
    Random random(static_cast<std::uint64_t>(curve) + 1);
    std::vector<double> values(points);
    for (std::size_t i = 0; i < points; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(points);
        values[i] = 3.0 * std::exp(-4.0 * share) + 0.1 * curve + 0.4 * random.uniform();
    }
    return values;
}

void fill(LineChart& chart, int curves, std::size_t points) {
    std::vector<double> steps(points);
    for (std::size_t i = 0; i < points; ++i)
        steps[i] = static_cast<double>(i);
    for (int i = 0; i < curves; ++i) {
        const int curve =
            chart.addCurve({.name = QStringLiteral("run %1").arg(i), .color = i, .style = CurveStyle::Thin});
        chart.setCurve(curve, steps, loss(points, i));
    }
}

/// From the new view to its pixels, in ms.
double frame(LineChart& chart, double from, double to) {
    QElapsedTimer clock;
    clock.start();
    chart.showRange(from, to);
    chart.redrawNow();
    QCoreApplication::processEvents();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

bool measure(LineChart& chart, const char* name, double points, bool zooms) {
    std::vector<double> times;
    for (int i = 0; i < kFrames; ++i) {
        const double share = static_cast<double>(i) / kFrames;
        const double width = zooms ? points * std::pow(1e-3, share) : points / 3;
        const double from = zooms ? 0.4 * (points - width) : share * (points - width);
        times.push_back(frame(chart, from, from + width));
    }
    std::sort(times.begin(), times.end());
    const double most = times[times.size() * 9 / 10];
    std::printf("%-5s median %6.1f ms, 90 %% within %6.1f ms, longest %6.1f ms\n", name,
                times[times.size() / 2], most, times.back());
    return most <= kGoalMs;
}

}  // namespace

int main(int count, char** arguments) {
    QApplication application(count, arguments);
    const int curves = count > 1 ? std::atoi(arguments[1]) : 20;
    const auto points = static_cast<std::size_t>(count > 2 ? std::atoll(arguments[2]) : 1'000'000);
    installTheme(application, ThemeChoice::Light);
    LineChart chart(QStringLiteral("Loss"));
    chart.resize(1200, 700);
    fill(chart, curves, points);
    chart.show();
    std::printf("%d curves of %zu points, scale %g\n", curves, points, chart.devicePixelRatioF());
    chart.redrawNow();
    const bool pans = measure(chart, "pan", static_cast<double>(points), false);
    const bool zooms = measure(chart, "zoom", static_cast<double>(points), true);
    return pans && zooms ? 0 : 1;
}
