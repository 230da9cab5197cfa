// StackedChart: what together makes a whole, each as an area on top of the one before, along a place that
// goes on. A value holds until the next place. Mouse and the keys Left, Right, Home and End move a cursor,
// Escape takes it away; the legend below has the values there, or where the whole is largest.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QString>
#include <QWidget>

#include "ui/charts/chart_source.h"

namespace tunebench::ui {

struct StackedLayer {
    QString name = {};
    int series = 0;                   // its look: see series_look.h
    std::vector<double> values = {};  // one a place, not negative
};

/// A stretch of places, until the next one begins.
struct StackedSection {
    double from = 0.0;
    QString name = {};
};

struct StackedContent {
    std::vector<double> places = {};        // ascend
    std::vector<StackedLayer> layers = {};  // the first at the bottom
    std::vector<StackedSection> sections = {};
};

class StackedChart : public QWidget, public ChartSource {
    Q_OBJECT

public:
    using FormatValue = std::function<QString(double)>;

    explicit StackedChart(const QString& accessibleName, QWidget* parent = nullptr);
    ~StackedChart() override;

    void setContent(StackedContent content);
    const StackedContent& content() const;
    /// `x` and `y` with their units: titles of the axes, and of the columns of a file.
    void setTitles(const QString& x, const QString& y, const QString& section);
    /// Of a value with its unit, for the legend.
    void setFormat(FormatValue value);

    /// Number of the place where the cursor stands, or where the whole is largest; -1 without places.
    int shownPlace() const;
    bool hasCursor() const;

    QString chartTitle() const override { return accessibleName(); }
    QSize chartSize() const override { return size(); }
    void paintOn(QPaintDevice& device, const QSize& size) override;
    void writeCsv(QIODevice& out) const override;

    QSize sizeHint() const override { return {400, 260}; }
    QSize minimumSizeHint() const override { return {200, 180}; }

Q_SIGNALS:
    void shownPlaceChanged();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d_;
};

}  // namespace tunebench::ui
