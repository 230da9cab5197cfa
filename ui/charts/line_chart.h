// LineChart: one plot of curves over steps, or whatever else runs along. Holds the full data, draws at most
// two points a pixel, at most ten times a second; follows the data until somebody zooms. Non-finite values
// appear as marks along the upper edge, values outside of what is looked at as arrows at the edges, and both
// are counted in words.
//
// Mouse: wheel zooms, with Ctrl the values; drag moves; Shift and drag, or the right button, zooms to a box;
// double-click follows the data again. Keys: + and - zoom, Left and Right move the cursor, with Shift the
// picture; Backspace undoes a zoom, Home follows, Escape takes the cursor away.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include <QColor>
#include <QString>
#include <QWidget>

#include "ui/charts/chart_source.h"

namespace tunebench::ui {

enum class CurveStyle {
    Faint,   // raw values: one pixel, light
    Thin,    // raw values to be told apart: one pixel
    Line,    // two pixels
    Points,  // markers joined by a thin line
    Dashed   // for limits
};

struct Curve {
    QString name = {};
    int color = 0;  // index into Colors::series
    CurveStyle style = CurveStyle::Line;
    bool inLegend = true;
    QString unit = {};  // of the values, in files; empty: the name or nothing says it
};

/// What runs along: name ("step", also of the column in files), how a place is written at the cursor, the
/// axis; `isWhole`: there is nothing between whole numbers.
struct PlaceAxis {
    QString name = {};
    std::function<QString(double)> format = {};
    bool isLogarithmic = false;
    bool isWhole = false;
};

class LineChart : public QWidget, public ChartSource {
    Q_OBJECT

public:
    using FormatValue = std::function<QString(double)>;
    using ConvertPlace = std::function<double(double)>;

    /// Without a title the accessible name is the owner's to set.
    explicit LineChart(const QString& title, QWidget* parent = nullptr);
    ~LineChart() override;

    /// The curve's index for the functions below.
    int addCurve(const Curve& curve);
    void removeCurves();
    void setCurve(int curve, std::vector<double> x, std::vector<double> y);
    void appendToCurve(int curve, std::span<const double> x, std::span<const double> y);
    void setCurveName(int curve, const QString& name);
    /// A level over the whole width ("predicted peak"); NaN takes it away.
    void setLevel(double y, const QString& name);

    void setTitle(const QString& title);
    void setValueFormat(FormatValue format);
    /// Steps, unless something else is set. What somebody zoomed to stays where `convert` tells its ends in
    /// the new numbers, and without it where the name stays; else all is shown.
    void setPlaceAxis(PlaceAxis axis, const ConvertPlace& convert = {});
    /// The values are `factor` times what they were, in another unit; what somebody zoomed to stays.
    void scaleValues(double factor);
    /// The values are others: all of them are shown, of the places that somebody zoomed to.
    void followValues();
    /// Stands beside the value axis. Both axes then have their names however low the chart is.
    void setValueName(const QString& name);
    void setLogarithmic(bool isLogarithmic);
    /// A logarithmic axis whose ticks are powers of two.
    void setPowersOfTwo();
    /// No legend but the last value; `showsSteps` false leaves the numbers of the steps to a chart below.
    void setCompact(bool isCompact, bool showsSteps = true);
    /// The value axis has room for such a number at least: plots below each other begin at the same place.
    void setRoomForNumbers(const QString& widest);
    void setStartsAtZero(bool startsAtZero);
    void setPlaceholder(const QString& text);  // while there is no point

    bool isEmpty() const;
    std::size_t nonfiniteCount() const;
    int redrawCount() const;
    std::size_t drawnPoints() const;  // of all curves in the last redraw
    bool isFollowing() const;         // nobody has zoomed
    /// Draws now what would be drawn soon: for pictures and measurements.
    void redrawNow();

    bool canUndoZoom() const;
    void undoZoom();

    /// Zoom and the cursor are shared among the charts of a group.
    static void link(const std::vector<LineChart*>& charts);

    QString chartTitle() const override;
    QSize chartSize() const override { return size(); }
    void paintOn(QPaintDevice& device, const QSize& size) override;
    void writeCsv(QIODevice& out) const override;

    QSize sizeHint() const override { return {320, 180}; }
    QSize minimumSizeHint() const override { return {160, 96}; }

Q_SIGNALS:
    void rangeMoved(double from, double to);
    void followed();
    void cursorMoved(double x);  // NaN: left
    void zoomed();               // once a gesture; it can be undone
    void zoomUndone();

public Q_SLOTS:
    void showRange(double from, double to);
    void follow();        // all of the data, and nothing to undo
    void followPlaces();  // all of its places; the values that somebody zoomed to stay
    void showCursor(double x);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d_;
};

}  // namespace tunebench::ui
