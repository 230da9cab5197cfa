// ViewHistory: the views of a chart before each gesture, so that a zoom can be undone. A gesture (a drag, a
// turn of the wheel) is many small changes and one step back.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "ui/charts/chart_model.h"

namespace tunebench::ui {

class ViewHistory {
public:
    /// A gesture may follow: `view` is what an undo of it leads back to.
    void begin(const ChartView& view) { before_ = view; }
    /// The view has changed. True for the first change of a gesture.
    bool changed();

    bool canUndo() const { return !views_.empty(); }
    std::optional<ChartView> undo();
    void clear();
    /// Of all that an undo may lead back to.
    void change(const std::function<void(ChartView&)>& edit);

private:
    std::vector<ChartView> views_;  // the newest last
    std::optional<ChartView> before_;
};

}  // namespace tunebench::ui
