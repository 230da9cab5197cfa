// Whole: ticks of an axis of whole numbers, such as steps: at even distances, and none between two of them.
#pragma once

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

namespace tunebench::ui {

inline bool isWholeNumber(double value) {
    return std::abs(value - std::round(value)) <= 1e-9 * std::max(1.0, std::abs(value));
}

template <class Ticker>
class Whole : public Ticker {
protected:
    /// Of 1, 2, 2.5, 5, 10… those that are whole.
    double getTickStep(const QCPRange& range) override {
        const double step = Ticker::getTickStep(range);
        if (step <= 1.0)
            return 1.0;
        return isWholeNumber(step) ? step : 2.0 * step;
    }
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override {
        QVector<double> ticks = Ticker::createTickVector(tickStep, range);
        ticks.erase(
            std::remove_if(ticks.begin(), ticks.end(), [](double tick) { return !isWholeNumber(tick); }),
            ticks.end());
        return ticks;
    }
};

}  // namespace tunebench::ui
