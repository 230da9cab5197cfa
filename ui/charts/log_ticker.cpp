#include "ui/charts/log_ticker.h"

#include <algorithm>
#include <cmath>

namespace tunebench::ui {
namespace {

constexpr int kFewest = 3;
constexpr int kMost = 9;
constexpr double kMostDecades = 6;

QVector<double> oneTwoFive(const QCPRange& range) {
    QVector<double> ticks;
    for (double power = std::pow(10.0, std::floor(std::log10(range.lower))); power <= range.upper;
         power *= 10)
        for (const double factor : {1.0, 2.0, 5.0})
            if (factor * power >= range.lower && factor * power <= range.upper)
                ticks << factor * power;
    return ticks;
}

/// At even distances, among them 1 where it is seen.
QVector<double> decades(const QCPRange& range, int most) {
    const int first = static_cast<int>(std::ceil(std::log10(range.lower)));
    const int last = static_cast<int>(std::floor(std::log10(range.upper)));
    const int step = std::max((last - first + most) / most, 1);
    QVector<double> ticks;
    for (int power = first; power <= last; ++power)
        if (power % step == 0)
            ticks << std::pow(10.0, power);
    return ticks;
}

}  // namespace

QVector<double> LogTicker::createTickVector(double tickStep, const QCPRange& range) {
    if (range.lower <= 0)
        return QCPAxisTickerLog::createTickVector(tickStep, range);
    if (std::log10(range.upper / range.lower) > kMostDecades)
        return decades(range, std::max(tickCount(), kFewest));
    QVector<double> ticks = oneTwoFive(range);
    if (ticks.size() > kMost)
        return decades(range, std::max(tickCount(), kFewest));
    if (ticks.size() < kFewest)
        ticks = QCPAxisTicker::createTickVector(QCPAxisTicker::getTickStep(range), range);
    ticks.erase(std::remove_if(ticks.begin(), ticks.end(), [](double tick) { return tick <= 0; }),
                ticks.end());
    return ticks;
}

}  // namespace tunebench::ui
