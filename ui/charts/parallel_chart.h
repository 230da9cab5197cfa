// ParallelChart: parallel coordinates: an upright axis for each quantity, and a line through all of them for
// each run. Drawing along an axis with the mouse chooses the lines that pass there; a click on it, or Escape,
// lets go. The arrow keys up and down walk over the lines, and the line under the mouse is named in full.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QWidget>

#include "ui/charts/chart_source.h"
#include "ui/charts/parallel_axes.h"

namespace tunebench::ui {

struct Colors;

class ParallelChart : public QWidget, public ChartSource {
    Q_OBJECT

public:
    explicit ParallelChart(const QString& accessibleName, QWidget* parent = nullptr);

    /// Every line has a value or a gap for each axis.
    void setContent(std::vector<ParallelAxis> axes, std::vector<ParallelLine> lines);
    const std::vector<ParallelAxis>& axes() const { return axes_; }
    const std::vector<ParallelLine>& lines() const { return lines_; }
    void setPlaceholder(const QString& text);

    /// The lines that pass through everything that was drawn along axes; all, when nothing was.
    std::vector<int> chosenLines() const;
    QString readout() const;  // of the line that is pointed at; empty: none is
    /// Where the line crosses the axis, in the chart's coordinates; nothing at a gap.
    std::optional<QPointF> placeOf(std::size_t line, std::size_t axis) const;

    QString chartTitle() const override { return accessibleName(); }
    QSize chartSize() const override { return size(); }
    void paintOn(QPaintDevice& device, const QSize& size) override;
    void writeCsv(QIODevice& out) const override;

    QSize sizeHint() const override { return {560, 320}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void chosenChanged();
    void lineChosen(int line);  // -1: none

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    using Brush = std::optional<std::pair<double, double>>;  // places along an axis

    QRectF plotArea(const QRectF& whole) const;
    double axisX(const QRectF& area, std::size_t axis) const;
    std::optional<QPointF> pointAt(const QRectF& area, std::size_t line, std::size_t axis) const;
    int axisNear(double x) const;
    int lineNear(const QPointF& place) const;
    double distanceTo(std::size_t line, const QPointF& place) const;
    double shareAt(double y) const;
    bool isChosen(std::size_t line) const;
    void point(int line);
    void paint(QPainter& painter, const QRectF& whole) const;
    void paintLines(QPainter& painter, const QRectF& area, const Colors& colors) const;
    void paintLine(QPainter& painter, const QRectF& area, std::size_t line, const QPen& pen) const;
    void paintAxes(QPainter& painter, const QRectF& area, const Colors& colors) const;
    void paintMarks(QPainter& painter, const QRectF& area, std::size_t axis, const Colors& colors) const;
    void describe();

    std::vector<ParallelAxis> axes_ = {};
    std::vector<ParallelLine> lines_ = {};
    std::vector<ParallelScale> scales_ = {};
    std::vector<Brush> brushes_ = {};
    QString placeholder_ = {};
    int pointed_ = -1;
    int brushed_ = -1;  // the axis that is being drawn along
    double brushStart_ = 0.0;
};

}  // namespace tunebench::ui
