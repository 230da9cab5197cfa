#include "ui/charts/chart_csv.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include <QIODevice>

#include "core/formats/csv_field.h"

namespace tunebench::ui {
namespace {

constexpr double kLargestWhole = 9007199254740992.0;  // 2⁵³
constexpr double kNothingLeft = std::numeric_limits<double>::infinity();

/// Goes through the places of all curves, from the lowest on.
class Rows {
public:
    explicit Rows(const std::vector<CurveData>& curves) : curves_(curves), next_(curves.size(), 0) {}

    double place() const {
        double lowest = kNothingLeft;
        for (std::size_t i = 0; i < curves_.size(); ++i)
            if (has(i))
                lowest = std::min(lowest, curves_[i].series.x()[next_[i]]);
        return lowest;
    }

    /// The curve's value at that place, which is then done with.
    std::optional<double> take(std::size_t curve, double place) {
        if (!has(curve) || curves_[curve].series.x()[next_[curve]] != place)
            return {};
        return curves_[curve].series.y()[next_[curve]++];
    }

private:
    bool has(std::size_t curve) const { return next_[curve] < curves_[curve].series.size(); }

    const std::vector<CurveData>& curves_;
    std::vector<std::size_t> next_;
};

QString columnName(const Curve& curve) {
    return curve.unit.isEmpty() ? curve.name : QStringLiteral("%1 (%2)").arg(curve.name, curve.unit);
}

}  // namespace

QByteArray csvField(const QString& text) {
    return QByteArray::fromStdString(csv_field(text.toStdString()));
}

QByteArray csvNumber(double value) {
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "Infinity" : "-Infinity";
    if (value == std::floor(value) && std::abs(value) <= kLargestWhole && !std::signbit(value))
        return QByteArray::number(static_cast<qlonglong>(value));
    std::array<char, 32> text = {};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end - text.data()};
}

void writeCsv(QIODevice& out, const QString& placeName, const std::vector<CurveData>& curves) {
    QByteArray line = csvField(placeName);
    for (const auto& data : curves)
        line += ',' + csvField(columnName(data.curve));
    out.write(line + "\r\n");
    Rows rows(curves);
    for (double place = rows.place(); place != kNothingLeft; place = rows.place()) {
        line = csvNumber(place);
        for (std::size_t i = 0; i < curves.size(); ++i) {
            line += ',';
            if (const auto value = rows.take(i, place))
                line += csvNumber(*value);
        }
        out.write(line + "\r\n");
    }
}

}  // namespace tunebench::ui
