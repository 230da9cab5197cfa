// LiveCharts: the curves of one run beside each other, over the same steps: loss raw and smoothed, validation
// loss, learning rate, gradient norm, speed, memory; of a run that computes in 16 bits also how its gradients
// fit into them. Zoom and cursor are shared.
#pragma once

#include <QWidget>

#include "ui/run/run_state.h"

class QSlider;

namespace tunebench::ui {

class FittingLabel;
class GradientRange;
class LineChart;

class LiveCharts : public QWidget {
    Q_OBJECT

public:
    explicit LiveCharts(QWidget* parent = nullptr);

    void showState(const RunState& state);
    double smoothing() const;
    void setSmoothing(double weight);

    LineChart* lossChart() const { return loss_; }
    GradientRange* gradientRange() const { return range_; }

Q_SIGNALS:
    void smoothingChanged(double weight);

private:
    LineChart* addSmall(const QString& title, int color, int row, int column);
    QWidget* buildLoss();
    void showLoss();
    void showRange(const RunState& state);

    LineChart* loss_ = nullptr;
    LineChart* rate_ = nullptr;
    LineChart* norm_ = nullptr;
    LineChart* speed_ = nullptr;
    LineChart* memory_ = nullptr;
    GradientRange* range_ = nullptr;
    QSlider* slider_ = nullptr;
    FittingLabel* formula_ = nullptr;
    MetricCurve raw_;
    int rawCurve_ = 0;
    int smoothCurve_ = 0;
    int validationCurve_ = 0;
};

}  // namespace tunebench::ui
