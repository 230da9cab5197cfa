#include "core/history/recent_training_loss.h"

#include <limits>
#include <numeric>

namespace tunebench {

void RecentTrainingLoss::add(double loss) {
    losses_.push_back(loss);
    if (losses_.size() > kAveraged)
        losses_.pop_front();
}

double RecentTrainingLoss::mean() const {
    if (losses_.empty())
        return std::numeric_limits<double>::quiet_NaN();
    return std::accumulate(losses_.begin(), losses_.end(), 0.0) / static_cast<double>(losses_.size());
}

}  // namespace tunebench
