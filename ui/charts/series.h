// Series: the points of a curve, and a pyramid over them that finds the lowest and the highest value of any
// stretch in a time that hardly grows with its length. Grows at its end. No widget, no QCustomPlot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace tunebench::ui {

/// Indices into a stretch of a series; kNone where it has no such value. Of equal values the first.
struct Peaks {
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t lowest = kNone;  // of the finite values
    std::uint32_t highest = kNone;
    std::uint32_t lowestPositive = kNone;  // for logarithmic axes
    std::uint32_t nonfinite = kNone;       // the first NaN or infinity
};

class Series {
public:
    /// `x` ascends; both have the same length, less than 2³² points.
    void set(std::vector<double> x, std::vector<double> y);
    void append(std::span<const double> x, std::span<const double> y);

    const std::vector<double>& x() const { return x_; }
    const std::vector<double>& y() const { return y_; }
    std::size_t size() const { return y_.size(); }
    bool isEmpty() const { return y_.empty(); }
    std::size_t nonfinite() const { return nonfinite_; }

    /// The first point at or behind `x`, and the first behind it.
    std::size_t indexFrom(double x) const;
    std::size_t indexBehind(double x) const;

    /// Of the points [begin, end).
    Peaks peaks(std::size_t begin, std::size_t end) const;
    /// How many finite values of [begin, end) are below `low` or above `high`.
    std::size_t countOutside(std::size_t begin, std::size_t end, double low, double high) const;

private:
    struct Block {
        std::size_t size = 1;
        std::size_t level = 0;  // 0: a single point
    };
    void extendPyramid(std::size_t from);
    Block largestBlock(std::size_t begin, std::size_t end, std::size_t highestLevel) const;
    Peaks peaksOf(std::size_t begin, const Block& block) const;
    Peaks peaksOfPoint(std::size_t index) const;
    void merge(Peaks& into, const Peaks& peaks) const;
    std::size_t countOutside(std::size_t begin, std::size_t end, double low, double high,
                             std::size_t highestLevel) const;

    std::vector<double> x_;
    std::vector<double> y_;
    std::vector<std::vector<Peaks>> levels_;  // of blocks of 16, 256, … points
    std::size_t nonfinite_ = 0;
};

}  // namespace tunebench::ui
