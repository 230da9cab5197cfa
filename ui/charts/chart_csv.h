// The points of a chart as CSV (RFC 4180): a row a place, a column a curve, every digit of a number; NaN and
// infinities by name. Part of the charts.
#pragma once

#include <vector>

#include "ui/charts/curve_data.h"

class QIODevice;

namespace tunebench::ui {

void writeCsv(QIODevice& out, const QString& placeName, const std::vector<CurveData>& curves);

/// As a field of a row: see csv_field().
QByteArray csvField(const QString& text);
/// The shortest text that reads back as the same number; whole numbers without an exponent.
QByteArray csvNumber(double value);

}  // namespace tunebench::ui
