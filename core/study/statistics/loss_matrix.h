// LossMatrix: the losses of one method on held-out examples, or of a pair of methods their differences: a row
// a seed, a column an example.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace tunebench {

class LossMatrix {
public:
    LossMatrix() = default;
    LossMatrix(std::size_t seeds, std::size_t examples) : examples_(examples), values_(seeds * examples) {}

    std::size_t seeds() const { return examples_ == 0 ? 0 : values_.size() / examples_; }
    std::size_t examples() const { return examples_; }

    std::span<double> row(std::size_t seed) {
        return std::span(values_).subspan(seed * examples_, examples_);
    }
    std::span<const double> row(std::size_t seed) const {
        return std::span(values_).subspan(seed * examples_, examples_);
    }

    double mean() const;
    std::vector<double> seed_means() const;     // over the examples of each seed
    std::vector<double> example_means() const;  // over the seeds of each example

private:
    std::size_t examples_ = 0;
    std::vector<double> values_ = {};
};

/// What is left of a − b, element by element. Both have the same seeds and examples.
LossMatrix difference(const LossMatrix& a, const LossMatrix& b);

/// Unbiased: divided by one less than there are values. 0 for fewer than two.
double variance(std::span<const double> values);

}  // namespace tunebench
