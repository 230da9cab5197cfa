// ChartGestures: turns what mouse and keys do on a plot into another view of its chart. Part of line_chart.
#pragma once

#include <optional>

#include <QElapsedTimer>
#include <QObject>
#include <QPointF>

#include "ui/charts/view_history.h"

class QCustomPlot;
class QKeyEvent;
class QMouseEvent;
class QRect;
class QWheelEvent;

namespace tunebench::ui {

class ChartGestures : public QObject {
    Q_OBJECT

public:
    /// Changes `model.view` and `model.cursor`; the model outlives it.
    ChartGestures(QCustomPlot* plot, ChartModel& model, QObject* parent);

    /// Whether the key meant something.
    bool press(const QKeyEvent& event);

    bool canUndo() const { return history_.canUndo(); }
    void undo();
    void clearHistory() { history_.clear(); }

    // What somebody zoomed to now and before:
    /// Places are in other numbers; those that cannot be shown are not kept.
    void convertPlaces(const std::function<double(double)>& convert);
    void scaleValues(double factor);
    void forgetValues();

Q_SIGNALS:
    void viewChanged();
    void cursorChanged();
    void gestureBegan();  // a change that can be undone
    void gestureUndone();

private:
    /// What is seen, when the button went down at `place`.
    struct Drag {
        QPointF place = {};
        Extent x = {};
        Extent y = {};
    };

    void changeViews(const std::function<void(ChartView&)>& edit);
    void onPress(const QMouseEvent& event);
    void onMove(const QMouseEvent& event);
    void onWheel(const QWheelEvent& event);
    void onBox(const QRect& box);
    void drag(const QPointF& place);
    QPointF shareAt(const QPointF& place) const;
    void setCursor(double x);
    void moveCursor(int direction);
    void change(const ChartView& view);
    void setView(const ChartView& view);
    void zoom(double factor, double middle);
    void zoomValues(double factor, double middle);
    double cursorShare() const;
    void pan(double share);

    QCustomPlot* plot_;
    ChartModel& model_;
    ViewHistory history_;
    QElapsedTimer sinceWheel_;
    std::optional<Drag> drag_;
};

}  // namespace tunebench::ui
