// RunCurves: a metric of the chosen runs, laid over each other.
#pragma once

#include "ui/pages/history/comparison.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QLabel;

namespace tunebench::ui {

class ComboEdit;
class LineChart;

class RunCurves : public Card {
    Q_OBJECT

public:
    explicit RunCurves(QWidget* parent = nullptr);

    LineChart* chart() const { return chart_; }
    std::string metricName() const;
    /// Those that the chosen runs have; the one that is shown stays.
    void setMetrics(const std::vector<std::string>& metrics);
    /// With their names, in the same order. `chosen` may be more than are drawn.
    void show(const std::vector<ComparedRun>& runs, const QStringList& names, int chosen);

Q_SIGNALS:
    void metricChanged();

private:
    LineChart* chart_ = nullptr;
    ComboEdit* metric_ = nullptr;
    QCheckBox* logarithmic_ = nullptr;
    QLabel* limit_ = nullptr;
};

}  // namespace tunebench::ui
