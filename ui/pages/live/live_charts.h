// LiveCharts: the curves of one run beside each other: loss raw and smoothed, validation loss, learning rate,
// gradient norm, speed, memory; of a run that computes in 16 bits also how its gradients fit into them. Zoom
// and cursor are shared.
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "ui/pages/live/curve_feed.h"
#include "ui/run/run_state.h"
#include "ui/text/memory_unit.h"

namespace tunebench::ui {

class ChartBar;
class GradientRange;
class LineChart;
class ZoomOrder;

class LiveCharts : public QWidget {
    Q_OBJECT

public:
    /// `others` share zoom, cursor and what runs along; they outlive these.
    explicit LiveCharts(QWidget* parent = nullptr, std::vector<LineChart*> others = {});

    /// Also when the signals below ask for it.
    void showState(const RunState& state);
    double smoothing() const;
    void setSmoothing(double weight);

    ChartBar* bar() const { return bar_; }
    LineChart* lossChart() const { return loss_; }
    LineChart* memoryChart() const { return memory_; }
    /// All of them, the loss first, the others last.
    std::vector<LineChart*> charts() const;
    GradientRange* gradientRange() const { return range_; }

Q_SIGNALS:
    void smoothingChanged(double weight);
    void placesChanged();

private:
    struct Fed {
        CurveFeed feed;
        MetricCurve RunState::*metric;
    };

    LineChart* addSmall(const QString& title, int color, int row, int column, MetricCurve RunState::*metric);
    QWidget* buildLoss();
    void feed(LineChart* chart, int curve, MetricCurve RunState::*metric);
    void linkAll();
    /// As the bar says; what somebody zoomed to stays.
    void setPlaces(const RunState& state);
    void setLogarithmic(bool isLogarithmic);
    void showRange(const RunState& state);
    void showMemory(const RunState& state);
    void setMemoryUnit(const MemoryUnit& unit);

    ChartBar* bar_ = nullptr;
    LineChart* loss_ = nullptr;
    LineChart* rate_ = nullptr;
    LineChart* norm_ = nullptr;
    LineChart* speed_ = nullptr;
    LineChart* memory_ = nullptr;
    GradientRange* range_ = nullptr;
    ZoomOrder* zooms_ = nullptr;
    std::vector<LineChart*> others_;
    std::vector<Fed> feeds_;
    std::size_t smoothFeed_ = 0;
    std::size_t memoryFeed_ = 0;
    MemoryUnit memoryUnit_;
    std::optional<PlaceKind> places_;  // as they are drawn
    bool hasLogarithmicPlaces_ = false;
};

}  // namespace tunebench::ui
