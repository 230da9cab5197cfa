// LinearTicker: even ticks of a linear axis, large ones in groups of three digits as everywhere in the
// window; of an axis that counts (steps, tokens) whole numbers only. Part of line_chart.
#pragma once

#include <qcustomplot.h>

namespace tunebench::ui {

class LinearTicker : public QCPAxisTicker {
public:
    explicit LinearTicker(bool isWhole) : isWhole_(isWhole) {}

protected:
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;

private:
    bool isWhole_;
};

}  // namespace tunebench::ui
