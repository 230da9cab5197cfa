#include "core/engine/training/weight_average.h"

#include <algorithm>

#include "core/engine/memory/memory_use.h"
#include "core/engine/precision/types.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

/// Averages are not narrow: what one step adds would be lost.
at::ScalarType wide_type(const at::Tensor& tensor) {
    return is_narrow(tensor.scalar_type()) ? at::kFloat : tensor.scalar_type();
}

}  // namespace

WeightAverage::WeightAverage(const std::vector<TrainableParameter>& parameters, double decay)
    : parameters_(parameters), averages_(parameters), decay_(decay) {
    const MeteredAs weights(MemoryUse::Weights);
    for (auto& average : averages_)
        average.tensor = average.tensor.detach().to(wide_type(average.tensor), false, /*copy=*/true);
}

void WeightAverage::update(std::int64_t step) {
    const at::NoGradGuard no_gradients;
    const auto t = static_cast<double>(step);
    const double decay = std::min(decay_, (1.0 + t) / (10.0 + t));
    for (std::size_t i = 0; i < averages_.size(); ++i)
        averages_[i].tensor.lerp_(parameters_[i].tensor.detach().to(wide_type(parameters_[i].tensor)),
                                  1.0 - decay);
}

void WeightAverage::exchange() {
    for (std::size_t i = 0; i < averages_.size(); ++i) {
        const auto weight = parameters_[i].tensor.detach();
        parameters_[i].tensor.set_data(averages_[i].tensor);
        averages_[i].tensor = weight;
    }
}

}  // namespace tunebench
