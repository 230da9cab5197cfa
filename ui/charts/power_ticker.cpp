#include "ui/charts/power_ticker.h"

#include "ui/charts/curve_data.h"

namespace tunebench::ui {

QString PowerTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    return powerText(tick);
}

}  // namespace tunebench::ui
