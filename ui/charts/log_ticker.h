// LogTicker: ticks of a logarithmic axis: powers of ten, 1-2-5 where few of them are seen, and even steps
// within less than that, so that there are always numbers to read. Part of line_chart.
#pragma once

#include <qcustomplot.h>

namespace tunebench::ui {

class LogTicker : public QCPAxisTickerLog {
protected:
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    int getSubTickCount(double) override { return 0; }
};

}  // namespace tunebench::ui
