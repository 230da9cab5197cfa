// ParallelView: what was varied and what came of it, for every compared run at a glance.
#pragma once

#include <memory>

#include <QStringList>
#include <QWidget>

#include "core/study/report/run_comparison.h"

class QLabel;
class QMenu;

namespace tunebench::ui {

class ChartSaveButton;
class ParallelChart;
struct ParallelChoice;

class ParallelView : public QWidget {
    Q_OBJECT

public:
    explicit ParallelView(QWidget* parent = nullptr);

    void show(std::shared_ptr<const RunComparison> comparison);
    ParallelChart* chart() const { return chart_; }
    ChartSaveButton* saveButton() const { return save_; }

private:
    void fillMenu();
    bool isChosen(const ParallelChoice& axis) const;
    void toggle(const QString& key, bool isOn);
    void draw();
    void countChosen();

    std::shared_ptr<const RunComparison> comparison_;
    QStringList hidden_;  // keys of axes that somebody has switched off
    QStringList added_;   // and on
    ParallelChart* chart_ = nullptr;
    QMenu* menu_ = nullptr;
    ChartSaveButton* save_ = nullptr;
    QLabel* note_ = nullptr;
};

}  // namespace tunebench::ui
