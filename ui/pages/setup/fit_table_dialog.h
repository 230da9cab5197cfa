// FitTableDialog: what fits where: every method in every precision on the chosen model, against what this
// machine has free or a size that is typed in. Worked out off the UI thread.
#pragma once

#include <QDialog>

#include "core/memory/fit_table.h"
#include "ui/run/latest_task.h"

class QLabel;
class QLineEdit;

namespace tunebench::ui {

class FitTableView;

class FitTableDialog : public QDialog {
    Q_OBJECT

public:
    /// `calibration`: of the run's device.
    FitTableDialog(const ModelConfig& model, const RunConfig& run, std::uint64_t available,
                   const MemoryCalibration& calibration = {}, QWidget* parent = nullptr);

    FitTableView* view() const { return view_; }
    bool isFilled() const { return isFilled_; }

Q_SIGNALS:
    /// Ids of core's registries; the dialog closes.
    void chosen(const QString& method, const QString& precision);

private:
    QWidget* buildSize(std::uint64_t available);
    void readSize();

    QLineEdit* size_ = nullptr;
    QLabel* note_ = nullptr;
    FitTableView* view_ = nullptr;
    LatestTask<std::vector<FitRow>> task_;
    bool isFilled_ = false;
};

}  // namespace tunebench::ui
