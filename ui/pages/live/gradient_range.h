// GradientRange: how the gradients of a run that computes in 16 bits fit into them: the share that is too
// small or too large, the loss scale, and what to do about it.
#pragma once

#include <optional>
#include <vector>

#include "ui/pages/live/curve_feed.h"
#include "ui/run/run_state.h"
#include "ui/widgets/card.h"

class QLabel;

namespace tunebench::ui {

class LineChart;

class GradientRange : public Card {
    Q_OBJECT

public:
    explicit GradientRange(QWidget* parent = nullptr);

    void showState(const RunState& state, PlaceKind kind);

    std::vector<LineChart*> charts() const { return {shares_, scale_}; }

private:
    LineChart* addChart(const QString& title);

    LineChart* shares_ = nullptr;
    LineChart* scale_ = nullptr;
    QLabel* words_ = nullptr;
    std::optional<CurveFeed> underflow_;
    std::optional<CurveFeed> overflow_;
    std::optional<CurveFeed> lossScale_;
};

/// How many steps were skipped, what underflow is and what helps.
QString gradientRangeText(const RunState& state);

}  // namespace tunebench::ui
