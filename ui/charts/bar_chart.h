// BarChart: named amounts as bars, upright for a histogram, lying for names that need room. Each bar has its
// amount written at its end.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QString>
#include <QWidget>

#include "ui/charts/chart_source.h"

namespace tunebench::ui {

struct Bar {
    QString name = {};
    double value = 0.0;
    bool isMarked = false;  // in the colour of a warning
};

class BarChart : public QWidget, public ChartSource {
    Q_OBJECT

public:
    enum class Direction { Upright, Lying };
    using FormatValue = std::function<QString(double)>;

    BarChart(Direction direction, const QString& accessibleName, QWidget* parent = nullptr);
    ~BarChart() override;

    void setBars(std::vector<Bar> bars);
    const std::vector<Bar>& bars() const;
    /// A line across upright bars: 0 is the middle of the first bar, 0.5 the border to the second. NaN takes
    /// it away.
    void setLimit(double place, const QString& name);
    void setValueFormat(FormatValue format);

    QString chartTitle() const override { return accessibleName(); }
    QSize chartSize() const override { return size(); }
    void paintOn(QPaintDevice& device, const QSize& size) override;
    void writeCsv(QIODevice& out) const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, 80}; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d_;
};

}  // namespace tunebench::ui
