#include "core/study/statistics/loss_matrix.h"

#include <cassert>
#include <numeric>

namespace tunebench {
namespace {

double mean_of(std::span<const double> values) {
    if (values.empty())
        return 0.0;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

double LossMatrix::mean() const {
    return mean_of(values_);
}

std::vector<double> LossMatrix::seed_means() const {
    std::vector<double> means;
    for (std::size_t seed = 0; seed < seeds(); ++seed)
        means.push_back(mean_of(row(seed)));
    return means;
}

std::vector<double> LossMatrix::example_means() const {
    std::vector<double> means(examples_);
    for (std::size_t seed = 0; seed < seeds(); ++seed)
        for (std::size_t example = 0; example < examples_; ++example)
            means[example] += row(seed)[example] / static_cast<double>(seeds());
    return means;
}

LossMatrix difference(const LossMatrix& a, const LossMatrix& b) {
    assert(a.seeds() == b.seeds() && a.examples() == b.examples());
    LossMatrix result = a;
    for (std::size_t seed = 0; seed < a.seeds(); ++seed)
        for (std::size_t example = 0; example < a.examples(); ++example)
            result.row(seed)[example] -= b.row(seed)[example];
    return result;
}

double variance(std::span<const double> values) {
    if (values.size() < 2)
        return 0.0;
    const double mean = mean_of(values);
    double sum = 0.0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    return sum / static_cast<double>(values.size() - 1);
}

}  // namespace tunebench
