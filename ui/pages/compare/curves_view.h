// CurvesView: the curves of the compared runs over each other; of groups over seeds their mean in a band.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include <QWidget>

#include "ui/charts/band_chart.h"
#include "ui/pages/compare/compared_runs.h"
#include "ui/run/latest_task.h"
#include "ui/text/memory_unit.h"

class QCheckBox;
class QHBoxLayout;
class QLabel;

namespace tunebench::ui {

class ChartSaveButton;
class ComboEdit;

class CurvesView : public QWidget {
    Q_OBJECT

public:
    CurvesView(std::filesystem::path database, QWidget* parent = nullptr);

    void show(const std::vector<std::string>& metrics, std::shared_ptr<const RunComparison> comparison);
    void clear(const QString& why);
    void setHighlighted(int group) { chart_->setHighlighted(group); }
    BandChart* chart() const { return chart_; }
    ChartSaveButton* saveButton() const { return save_; }

Q_SIGNALS:
    /// A text a group: where the cursor stands, else the last value. `what` says of which metric, and where.
    void valuesShown(const QString& what, const QStringList& values);

private:
    void buildChoices(QHBoxLayout* row);
    ComboEdit* addChoice(QHBoxLayout* row, const char* objectName, const QString& name);
    void setMetrics(const std::vector<std::string>& metrics);
    void read();
    /// `along`: how the history knows the places of `unplaced` of the runs, and that it does not.
    struct Drawn {
        std::vector<BandCurve> curves = {};
        PlaceKind along = PlaceKind::Step;
        int unplaced = 0;
        std::optional<MemoryUnit> unit = {};  // of values that are amounts of memory
    };
    /// What somebody zoomed to stays where the places of the curves before tell it in those of `next`.
    void keepZoom(const std::vector<BandCurve>& next);
    void nameAxes(PlaceKind along);
    QString valueText(double value) const;
    QString whatIsShown(double x) const;
    void showCurves(Drawn drawn);
    void showNote();
    void showValues(double x);

    const std::filesystem::path database_;
    std::shared_ptr<const RunComparison> comparison_;
    BandChart* chart_ = nullptr;
    ComboEdit* metric_ = nullptr;
    ComboEdit* along_ = nullptr;
    ComboEdit* smoothing_ = nullptr;
    ComboEdit* band_ = nullptr;
    QCheckBox* logarithmic_ = nullptr;
    ChartSaveButton* save_ = nullptr;
    QLabel* note_ = nullptr;
    PlaceKind drawnAlong_ = PlaceKind::Step;
    std::optional<MemoryUnit> unit_;  // as Drawn has it
    QString unplaced_;                // what is to be said of runs that are not drawn
    LatestTask<Drawn> reading_;
};

}  // namespace tunebench::ui
