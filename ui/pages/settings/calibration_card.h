// CalibrationCard: what finished runs on this machine have taught the memory estimate, and how to make it
// forget them.
#pragma once

#include <filesystem>

#include "core/memory/calibration.h"
#include "ui/run/latest_task.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace tunebench::ui {

class CalibrationCard : public Card {
    Q_OBJECT

public:
    explicit CalibrationCard(std::filesystem::path dataFolder, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void read();
    void showCalibrations(const MemoryCalibrations& calibrations);
    void forget();

    std::filesystem::path dataFolder_;
    LatestTask<MemoryCalibrations> task_;
    QLabel* text_ = nullptr;
    QPushButton* forget_ = nullptr;
};

}  // namespace tunebench::ui
