#include "ui/charts/linear_ticker.h"

#include <cmath>

namespace tunebench::ui {
namespace {

constexpr double kWithoutGroups = 1e3;
constexpr double kInPowers = 1e6;  // from here on "1.5×10⁶" is shorter

bool isWholeNumber(double number) {
    return number == std::round(number);
}

}  // namespace

double LinearTicker::getTickStep(const QCPRange& range) {
    const double step = QCPAxisTicker::getTickStep(range);
    if (!isWhole_ || isWholeNumber(step))
        return step;
    return step < 1 ? 1 : 2 * step;  // 2.5
}

QString LinearTicker::getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) {
    const double size = std::abs(tick);
    if (size >= kWithoutGroups && size < kInPowers && isWholeNumber(tick))
        return QLocale().toString(static_cast<qlonglong>(tick));
    return QCPAxisTicker::getTickLabel(tick, locale, formatChar, precision);
}

}  // namespace tunebench::ui
