// ScatterChart: named points in two directions, with the front of those that no other beats as a line. The
// point under the mouse, or the one that the arrow keys have walked to, is named in full; names beside the
// points where there is room.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QString>
#include <QWidget>

#include "ui/charts/chart_source.h"

namespace tunebench::ui {

struct ScatterPoint {
    QString name = {};
    double x = 0.0;
    double y = 0.0;
    std::optional<double> xMargin = {};  // of the confidence interval, drawn as bars
    std::optional<double> yMargin = {};
    int series = 0;  // its look: see series_look.h
    bool isOnFront = false;
};

struct ScatterAxis {
    using FormatValue = std::function<QString(double)>;

    QString title = {};
    FormatValue format = [](double value) { return QString::number(value, 'g', 4); };
    FormatValue formatTick = {};  // none: as values
    bool isLogarithmic = false;
    bool isWhole = false;
};

class ScatterChart : public QWidget, public ChartSource {
    Q_OBJECT

public:
    explicit ScatterChart(const QString& accessibleName, QWidget* parent = nullptr);
    ~ScatterChart() override;

    /// Points that are not finite, or not above zero on a logarithmic axis, are not drawn but counted in
    /// note().
    void setContent(std::vector<ScatterPoint> points, const ScatterAxis& x, const ScatterAxis& y);
    const std::vector<ScatterPoint>& points() const;
    void setPlaceholder(const QString& text);

    QString readout() const;  // of the chosen point; empty: none is
    QString note() const;
    /// Where the point is drawn, in the chart's coordinates.
    QPointF placeOf(std::size_t point) const;

    /// What lies between the axes' ends, in their units.
    QRectF shown() const;

    QString chartTitle() const override { return accessibleName(); }
    QSize chartSize() const override { return size(); }
    void paintOn(QPaintDevice& device, const QSize& size) override;
    void writeCsv(QIODevice& out) const override;

    QSize sizeHint() const override { return {480, 300}; }
    QSize minimumSizeHint() const override { return {200, 140}; }

Q_SIGNALS:
    void pointChosen(int point);  // -1: none

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d_;
};

}  // namespace tunebench::ui
