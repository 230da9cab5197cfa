// StepMemoryCard: what one step of a run took of memory, stacked by what it was for.
#pragma once

#include <optional>

#include "core/memory/step_timeline.h"
#include "ui/widgets/card.h"

class QLabel;

namespace tunebench::ui {

class ChartSaveButton;
class StackedChart;

class StepMemoryCard : public Card {
    Q_OBJECT

public:
    explicit StepMemoryCard(QWidget* parent = nullptr);

    /// Without one the card is hidden.
    void setTimeline(std::optional<StepTimeline> timeline);
    ChartSaveButton* saveButton() const { return save_; }

private:
    void showWords();

    std::optional<StepTimeline> timeline_;
    StackedChart* chart_ = nullptr;
    QLabel* words_ = nullptr;
    ChartSaveButton* save_ = nullptr;
};

}  // namespace tunebench::ui
