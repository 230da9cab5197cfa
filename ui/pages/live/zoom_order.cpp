#include "ui/pages/live/zoom_order.h"

#include <algorithm>

#include "ui/charts/line_chart.h"

namespace tunebench::ui {

ZoomOrder::ZoomOrder(const std::vector<LineChart*>& charts, QObject* parent) : QObject(parent) {
    for (LineChart* chart : charts) {
        connect(chart, &LineChart::zoomed, this, [this, chart] {
            zoomed_.push_back(chart);
            Q_EMIT changed();
        });
        connect(chart, &LineChart::zoomUndone, this, [this, chart] { forget(chart); });
    }
}

void ZoomOrder::undo() {
    if (canUndo())
        zoomed_.back()->undoZoom();
}

void ZoomOrder::forget(LineChart* chart) {
    const auto last = std::find(zoomed_.rbegin(), zoomed_.rend(), chart);
    if (last != zoomed_.rend())
        zoomed_.erase(std::next(last).base());
    Q_EMIT changed();
}

}  // namespace tunebench::ui
