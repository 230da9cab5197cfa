#include "ui/charts/decimation.h"

#include <algorithm>
#include <cmath>

namespace tunebench::ui {
namespace {

/// Where the pixel columns end, in the numbers of the axis.
class ColumnEnds {
public:
    explicit ColumnEnds(const SeenPlaces& seen)
        : seen_(seen), ratio_(seen.isLogarithmic ? std::log(seen.to / seen.from) : 0.0) {}

    double operator()(int column) const {
        const double share = static_cast<double>(column + 1) / std::max(1, seen_.pixels);
        return seen_.isLogarithmic ? seen_.from * std::exp(ratio_ * share)
                                   : seen_.from + (seen_.to - seen_.from) * share;
    }

private:
    SeenPlaces seen_;
    double ratio_;
};

class Columns {
public:
    Columns(const Series& series, bool onlyPositive, DecimatedCurve& out)
        : series_(series), onlyPositive_(onlyPositive), out_(out) {}

    /// The points [begin, end) share a column.
    void add(std::size_t begin, std::size_t end) {
        if (begin == end)
            return;
        const Peaks peaks = series_.peaks(begin, end);
        if (peaks.nonfinite != Peaks::kNone)
            out_.nonfinite.push_back(series_.x()[peaks.nonfinite]);
        const std::uint32_t lowest = onlyPositive_ ? peaks.lowestPositive : peaks.lowest;
        if (lowest == Peaks::kNone)
            return;
        push(std::min(lowest, peaks.highest));
        if (lowest != peaks.highest)
            push(std::max(lowest, peaks.highest));
    }

private:
    void push(std::size_t index) {
        out_.x.push_back(series_.x()[index]);
        out_.y.push_back(series_.y()[index]);
    }

    const Series& series_;
    bool onlyPositive_;
    DecimatedCurve& out_;
};

}  // namespace

DecimatedCurve decimate(const Series& series, const SeenPlaces& seen, bool onlyPositive) {
    DecimatedCurve curve;
    const std::size_t inside = series.indexFrom(seen.from);
    const std::size_t behind = series.indexBehind(seen.to);
    std::size_t begin = inside > 0 ? inside - 1 : 0;
    if (seen.isLogarithmic)  // there is no place for what is not more than 0
        begin = std::max(begin, series.indexBehind(0.0));
    const std::size_t end = std::min(behind + 1, series.size());
    Columns columns(series, onlyPositive, curve);
    if (begin >= end || end - begin <= 2 * static_cast<std::size_t>(std::max(1, seen.pixels))) {
        for (std::size_t i = begin; i < end; ++i)
            columns.add(i, i + 1);
        return curve;
    }
    const ColumnEnds columnEnd(seen);
    const auto& x = series.x();
    columns.add(begin, std::max(begin, inside));
    std::size_t at = std::max(begin, inside);
    for (int column = 0; column < seen.pixels && at < behind; ++column) {
        const auto next =
            column + 1 == seen.pixels
                ? x.begin() + static_cast<std::ptrdiff_t>(behind)
                : std::lower_bound(x.begin() + static_cast<std::ptrdiff_t>(at),
                                   x.begin() + static_cast<std::ptrdiff_t>(behind), columnEnd(column));
        const auto index = static_cast<std::size_t>(next - x.begin());
        columns.add(at, index);
        at = index;
    }
    columns.add(at, end);
    return curve;
}

}  // namespace tunebench::ui
