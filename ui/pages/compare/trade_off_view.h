// TradeOffView: any measured quality of the compared runs against any cost, with the front of those that no
// other beats.
#pragma once

#include <memory>

#include <QWidget>

#include "core/study/report/run_comparison.h"

class QCheckBox;
class QLabel;

namespace tunebench::ui {

class ChartSaveButton;
class ComboEdit;
class ScatterChart;

class TradeOffView : public QWidget {
    Q_OBJECT

public:
    explicit TradeOffView(QWidget* parent = nullptr);

    void show(std::shared_ptr<const RunComparison> comparison);
    ScatterChart* chart() const { return chart_; }
    ChartSaveButton* saveButton() const { return save_; }

private:
    ComboEdit* addChoice(const char* objectName, const QString& name);
    void setChoices(ComboEdit* choice, const char* first);
    const ComparedMetric* chosen(const ComboEdit* choice) const;
    void draw();

    std::shared_ptr<const RunComparison> comparison_;
    ScatterChart* chart_ = nullptr;
    ComboEdit* quality_ = nullptr;
    ComboEdit* cost_ = nullptr;
    QCheckBox* logarithmic_ = nullptr;
    ChartSaveButton* save_ = nullptr;
    QLabel* note_ = nullptr;
};

}  // namespace tunebench::ui
