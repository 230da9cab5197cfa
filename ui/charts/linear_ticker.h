// LinearTicker: even ticks of a linear axis, large numbers in groups of three digits as everywhere in the
// window. Part of line_chart.
#pragma once

#include <qcustomplot.h>

namespace tunebench::ui {

class LinearTicker : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;
};

}  // namespace tunebench::ui
