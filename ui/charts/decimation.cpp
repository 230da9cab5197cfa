#include "ui/charts/decimation.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace tunebench::ui {
namespace {

struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Range visible(std::span<const double> x, double from, double to) {
    const auto first = std::lower_bound(x.begin(), x.end(), from);
    const auto last = std::upper_bound(first, x.end(), to);
    const auto begin = static_cast<std::size_t>(std::distance(x.begin(), first));
    const auto end = static_cast<std::size_t>(std::distance(x.begin(), last));
    return {begin > 0 ? begin - 1 : 0, std::min(end + 1, x.size())};
}

class Columns {
public:
    Columns(std::span<const double> x, std::span<const double> y, DecimatedCurve& out)
        : x_(x), y_(y), out_(out) {}

    void add(std::size_t index, long column) {
        if (column != column_)
            flush();
        column_ = column;
        if (!std::isfinite(y_[index])) {
            if (!has_nonfinite_)
                out_.nonfinite.push_back(x_[index]);
            has_nonfinite_ = true;
            return;
        }
        if (!has_points_ || y_[index] < y_[lowest_])
            lowest_ = index;
        if (!has_points_ || y_[index] > y_[highest_])
            highest_ = index;
        has_points_ = true;
    }

    void flush() {
        if (has_points_) {
            push(std::min(lowest_, highest_));
            if (lowest_ != highest_)
                push(std::max(lowest_, highest_));
        }
        has_points_ = false;
        has_nonfinite_ = false;
    }

private:
    void push(std::size_t index) {
        out_.x.push_back(x_[index]);
        out_.y.push_back(y_[index]);
    }

    std::span<const double> x_;
    std::span<const double> y_;
    DecimatedCurve& out_;
    long column_ = 0;
    std::size_t lowest_ = 0;
    std::size_t highest_ = 0;
    bool has_points_ = false;
    bool has_nonfinite_ = false;
};

}  // namespace

DecimatedCurve decimate(std::span<const double> x, std::span<const double> y, double from, double to,
                        int pixels) {
    DecimatedCurve curve;
    const std::size_t size = std::min(x.size(), y.size());
    const Range range = visible(x.first(size), from, to);
    const std::size_t columns = static_cast<std::size_t>(std::max(1, pixels));
    const bool keepsAll = range.end - range.begin <= 2 * columns;
    const double width = std::max(to - from, 1e-300) / static_cast<double>(columns);
    Columns out(x, y, curve);
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const double place = std::clamp((x[i] - from) / width, -1.0, static_cast<double>(columns));
        out.add(i, keepsAll ? static_cast<long>(i) : static_cast<long>(std::floor(place)));
    }
    out.flush();
    return curve;
}

}  // namespace tunebench::ui
