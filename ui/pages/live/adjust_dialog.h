// AdjustDialog: another learning rate or evaluation cadence for the run that trains.
#pragma once

#include <optional>

#include <QDialog>

#include "core/engine_api/engine.h"

class QLabel;
class QPushButton;

namespace tunebench::ui {

class NumberEdit;

/// As they are now.
struct AdjustableSettings {
    double learningRate = 0.0;  // before the schedule
    std::int64_t evaluationEvery = 0;
};

class AdjustDialog : public QDialog {
    Q_OBJECT

public:
    explicit AdjustDialog(const AdjustableSettings& now, QWidget* parent = nullptr);

    /// What differs from now; none where a value cannot be used, or nothing differs.
    std::optional<AdjustCommand> command() const;

private:
    void check();
    std::optional<double> learningRate() const;
    std::optional<std::int64_t> evaluationEvery() const;

    AdjustableSettings now_;
    NumberEdit* rate_ = nullptr;
    NumberEdit* every_ = nullptr;
    QLabel* problem_ = nullptr;
    QPushButton* apply_ = nullptr;
};

}  // namespace tunebench::ui
