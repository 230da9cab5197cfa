// ChartGestures: turns what mouse and keys do on a plot into another view of its chart. Part of line_chart.
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include "ui/charts/view_history.h"

class QCPAxis;
class QCPRange;
class QCustomPlot;
class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace tunebench::ui {

class ChartGestures : public QObject {
    Q_OBJECT

public:
    /// Changes `model.view` and `model.cursor`, which outlive it.
    ChartGestures(QCustomPlot* plot, ChartModel& model, QObject* parent);

    /// While the ranges of the axes follow the model, and not somebody's hand.
    void setFollowing(bool isFollowingModel) { isFollowingModel_ = isFollowingModel; }

    /// Whether the key meant something.
    bool press(const QKeyEvent& event);

    bool canUndo() const { return history_.canUndo(); }
    void undo();
    void clearHistory() { history_.clear(); }

Q_SIGNALS:
    void viewChanged();
    void cursorChanged();
    void gestureBegan();  // a change that can be undone
    void gestureUndone();

private:
    void onPress(const QMouseEvent& event);
    void onWheel(const QWheelEvent& event);
    void onRange(QCPAxis* axis, const QCPRange& range);
    void onMove(const QMouseEvent& event);
    void setCursor(double x);
    void moveCursor(int direction);
    void setView(const ChartView& view);
    void zoom(double factor);
    void pan(double share);

    QCustomPlot* plot_;
    ChartModel& model_;
    ViewHistory history_;
    QElapsedTimer sinceWheel_;
    bool isFollowingModel_ = false;
};

}  // namespace tunebench::ui
