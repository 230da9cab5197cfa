// RecentTrainingLoss: the one number that stands for a run's training loss, wherever runs are compared.
#pragma once

#include <cstddef>
#include <deque>

namespace tunebench {

/// The mean of the last 20 training losses, as those of single batches jump too much.
class RecentTrainingLoss {
public:
    void add(double loss);  // steps come in order

    /// NaN without a loss, or where one of the losses is no number.
    double mean() const;

private:
    static constexpr std::size_t kAveraged = 20;

    std::deque<double> losses_ = {};
};

}  // namespace tunebench
