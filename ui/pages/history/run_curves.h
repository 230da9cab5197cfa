// RunCurves: a metric of the chosen runs, laid over each other; with what the charts of Live offer.
#pragma once

#include "ui/charts/line_chart.h"
#include "ui/pages/history/comparison.h"
#include "ui/widgets/card.h"

class QLabel;

namespace tunebench::ui {

class ChartBar;
class ChartSaveButton;
class ComboEdit;

class RunCurves : public Card {
    Q_OBJECT

public:
    explicit RunCurves(QWidget* parent = nullptr);

    LineChart* chart() const { return chart_; }
    ChartSaveButton* saveButton() const;
    std::string metricName() const;
    PlaceKind placeKind() const;
    /// Those that the chosen runs have; the one that is shown stays.
    void setMetrics(const std::vector<std::string>& metrics);
    /// With their names, in the same order. `chosen` may be more than are drawn.
    void show(Comparison comparison, const QStringList& names, int chosen);

Q_SIGNALS:
    void choiceChanged();  // of what has to be read

private:
    void buildHeader();
    void connectBar();
    void setPlaces(PlaceKind kind, const LineChart::ConvertPlace& convert = {});
    /// From places as they are drawn to those of `next`, by the longest run of both; empty: there is none.
    LineChart::ConvertPlace placesOf(const Comparison& next) const;
    /// Brings memory into the unit that suits the largest value, and names it.
    void setUnit();
    void draw();
    void addRun(const ComparedRun& run, const Curve& curve);
    void say(int chosen, int unplaced);

    Comparison comparison_;
    PlaceKind asked_ = PlaceKind::Step;  // last; the comparison may still be along another
    QStringList names_;
    double unitBytes_ = 1.0;
    QString unit_;  // of values that are amounts of memory, else empty
    LineChart* chart_ = nullptr;
    ComboEdit* metric_ = nullptr;
    ChartBar* bar_ = nullptr;
    QLabel* limit_ = nullptr;
};

}  // namespace tunebench::ui
