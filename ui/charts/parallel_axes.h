// The axes of parallel coordinates: where a value lies on each. Part of parallel_chart; no widget.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

namespace tunebench::ui {

/// Of numbers, or of categories: then values are indices of them.
struct ParallelAxis {
    using FormatValue = std::function<QString(double)>;

    QString title = {};
    QStringList categories = {};
    FormatValue format = [](double value) { return QString::number(value, 'g', 4); };

    QString text(double value) const;
};

struct ParallelLine {
    QString name = {};
    int series = 0;                                  // its look: see series_look.h
    std::vector<std::optional<double>> values = {};  // one an axis; none: the line has a gap there
};

/// Where the values of one axis lie, from 0 (below) to 1.
class ParallelScale {
public:
    /// Logarithmic where all values are above zero and the largest is more than a hundred times the smallest.
    ParallelScale(const ParallelAxis& axis, std::size_t index, const std::vector<ParallelLine>& lines);

    std::optional<double> place(const std::optional<double>& value) const;
    bool isLogarithmic() const { return isLogarithmic_; }
    /// Values to be named along the axis.
    const std::vector<double>& marks() const { return marks_; }

private:
    double low_ = 0.0;
    double high_ = 1.0;
    bool isLogarithmic_ = false;
    std::vector<double> marks_ = {};
};

}  // namespace tunebench::ui
