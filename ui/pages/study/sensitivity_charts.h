// Charts of what a study's settings do to its losses: one for each field of a grid, one for learning rates.
#pragma once

#include <vector>

#include <QString>

#include "core/study/report/sensitivity.h"

class QVBoxLayout;
class QWidget;

namespace tunebench::ui {

/// Which loss the curves show.
enum class SensitivityLoss { HeldOut, BestValidation };

/// A chart for each field among the curves, put below what the layout has.
void addSensitivityCharts(QVBoxLayout& layout, const std::vector<SensitivityCurve>& curves,
                          SensitivityLoss loss, QWidget* parent);

/// "Loss against rank"
QString sensitivityTitle(const std::string& field);

}  // namespace tunebench::ui
