// PowerTicker: ticks of a logarithmic axis at powers of two, and named so. Part of line_chart.
#pragma once

#include <qcustomplot.h>

namespace tunebench::ui {

class PowerTicker : public QCPAxisTickerLog {
public:
    PowerTicker() { setLogBase(2); }

protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;
};

}  // namespace tunebench::ui
