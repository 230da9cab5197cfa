#include "core/history/generalization.h"

#include <cmath>

namespace tunebench {

std::optional<Forgetting> forgetting_of(const std::vector<MetricPoint>& general) {
    if (general.empty() || general.front().step != 0 || general.back().step == 0)
        return {};
    const Forgetting forgetting{general.front().value, general.back().value};
    return std::isfinite(forgetting.change()) ? std::optional(forgetting) : std::nullopt;
}

std::optional<double> overfitting_of(double validation_loss, double training_loss) {
    const double gap = validation_loss - training_loss;
    return std::isfinite(gap) ? std::optional(gap) : std::nullopt;
}

}  // namespace tunebench
