#include "ui/charts/linear_ticker.h"

#include <cmath>

#include "ui/charts/curve_data.h"
#include "ui/charts/whole_ticker.h"

namespace tunebench::ui {
namespace {

constexpr double kInDigits = 1e-3;  // below it numbers have an exponent, as everywhere in the window
constexpr double kWithoutGroups = 1e3;
constexpr double kInPowers = 1e6;  // from here on "1.5×10⁶" is shorter

}  // namespace

QString LinearTicker::getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) {
    const double size = std::abs(tick);
    if (size > 0 && size < kInDigits)
        return exponentText(tick);
    if (size >= kWithoutGroups && size < kInPowers && isWholeNumber(tick))
        return QLocale().toString(std::llround(tick));
    return QCPAxisTicker::getTickLabel(tick, locale, formatChar, precision);
}

}  // namespace tunebench::ui
