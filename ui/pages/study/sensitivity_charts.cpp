#include "ui/pages/study/sensitivity_charts.h"

#include <algorithm>

#include <QCoreApplication>
#include <QVBoxLayout>

#include "ui/charts/line_chart.h"
#include "ui/forms/field_labels.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr int kChartHeight = 240;
constexpr double kWideRange = 8.0;  // from a factor of this on, the axis is logarithmic

bool isWide(const std::vector<SensitivityCurve>& curves, const std::string& field) {
    double low = 0.0, high = 0.0;
    for (const auto& curve : curves)
        if (curve.field == field)
            for (const auto& point : curve.points) {
                low = low == 0.0 ? point.value : std::min(low, point.value);
                high = std::max(high, point.value);
            }
    return low > 0.0 && high / low >= kWideRange;
}

QString fieldName(const std::string& field) {
    QString name = toQt(field.substr(field.rfind('.') + 1));
    return name.replace(QLatin1Char('_'), QLatin1Char(' '));
}

/// As forms call it.
QString placesName(const std::string& field) {
    const QString label = fieldLabel(toQt(field));
    return label.isEmpty() ? fieldName(field) : label;
}

QString valuesName(SensitivityLoss loss) {
    return loss == SensitivityLoss::HeldOut
               ? QCoreApplication::translate("SensitivityCharts", "Held-out loss")
               : QCoreApplication::translate("SensitivityCharts", "Best validation loss");
}

void addCurve(LineChart& chart, const SensitivityCurve& curve, int color) {
    std::vector<double> x, y;
    for (const auto& point : curve.points) {
        x.push_back(point.value);
        y.push_back(point.loss);
    }
    const int added = chart.addCurve({.name = toQt(curve.name), .color = color, .style = CurveStyle::Points});
    chart.setCurve(added, std::move(x), std::move(y));
}

}  // namespace

QString sensitivityTitle(const std::string& field) {
    return QCoreApplication::translate("SensitivityCharts", "Loss against %1")
        .arg(inSentence(placesName(field)));
}

void addSensitivityCharts(QVBoxLayout& layout, const std::vector<SensitivityCurve>& curves,
                          SensitivityLoss loss, QWidget* parent) {
    std::vector<std::string> fields;
    for (const auto& curve : curves)
        if (std::ranges::find(fields, curve.field) == fields.end())
            fields.push_back(curve.field);
    for (const auto& field : fields) {
        auto* chart = new LineChart(sensitivityTitle(field), parent);
        chart->setObjectName(QStringLiteral("sensitivity:") + toQt(field));
        chart->setMinimumHeight(kChartHeight);
        chart->setValueFormat(lossText);
        chart->setPlaceAxis(
            {.name = placesName(field), .format = shortNumber, .isLogarithmic = isWide(curves, field)});
        chart->setValueName(valuesName(loss));
        int color = 0;
        for (const auto& curve : curves)
            if (curve.field == field)
                addCurve(*chart, curve, color++);
        layout.addWidget(chart);
    }
}

}  // namespace tunebench::ui
