// BandChart: curves laid over each other, each alone or as a mean with a band around it. Holds the full data
// and draws at most two points a pixel. Wheel and drag zoom and move along x, a double click shows
// everything; the keys + - 0 and the arrows do the same and move the cursor. Values that a logarithmic axis
// cannot show, and those that are not finite, are counted in words, the latter also marked at the upper edge.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QString>
#include <QWidget>

#include "ui/charts/chart_source.h"

namespace tunebench::ui {

struct BandCurve {
    QString name = {};
    int series = 0;              // its look: see series_look.h
    std::vector<double> x = {};  // ascends
    std::vector<double> y = {};
    std::vector<double> margin = {};  // half the band's height at each point; empty: no band
    bool hasFewPoints = false;        // every point gets a marker
};

class BandChart : public QWidget, public ChartSource {
    Q_OBJECT

public:
    using FormatValue = std::function<QString(double)>;

    explicit BandChart(const QString& accessibleName, QWidget* parent = nullptr);
    ~BandChart() override;

    /// The part that is shown stays, unless nothing was shown before.
    void setCurves(std::vector<BandCurve> curves);
    const std::vector<BandCurve>& curves() const;
    void setTitles(const QString& x, const QString& y);
    void setFormats(FormatValue x, FormatValue y, bool isWholeX = false);
    void setLogarithmic(bool isLogarithmic);
    void setPlaceholder(const QString& text);
    /// The others become faint; -1: none is.
    void setHighlighted(int curve);

    /// Places are in other numbers from now on: the part that is shown stays where `convert` tells its ends
    /// in them; without it everything is shown.
    void convertPlaces(const std::function<double(double)>& convert);

    /// Of the point nearest to `x`.
    std::optional<double> valueAt(int curve, double x) const;
    bool isEmpty() const;
    std::size_t drawnPoints() const;
    QString note() const;  // what the axes cannot show, in words; empty: nothing

    void showEverything();
    /// What lies between the axes' ends, in their units.
    QRectF shown() const;

    QString chartTitle() const override { return accessibleName(); }
    QSize chartSize() const override { return size(); }
    void paintOn(QPaintDevice& device, const QSize& size) override;
    void writeCsv(QIODevice& out) const override;

    QSize sizeHint() const override { return {480, 300}; }
    QSize minimumSizeHint() const override { return {200, 140}; }

Q_SIGNALS:
    void cursorMoved(double x);  // NaN: left
    void noteChanged();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d_;
};

}  // namespace tunebench::ui
