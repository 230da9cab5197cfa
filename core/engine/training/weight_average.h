// WeightAverage: an exponential moving average of what trains, which is evaluated, sampled and exported in
// its place.
#pragma once

#include <vector>

#include "core/engine/training/attachment.h"

namespace tunebench {

class WeightAverage {
public:
    /// Starts as the parameters are.
    WeightAverage(const std::vector<TrainableParameter>& parameters, double decay);

    /// average ← d · average + (1 − d) · weight after that step, d = min(decay, (1 + step) / (10 + step)): at
    /// the beginning of a run the average reaches less far back, so that the start does not stay in it.
    void update(std::int64_t step);

    /// Exchanges the tensors of parameters and averages; again, and they are back.
    void exchange();

    /// By the names of the parameters.
    const std::vector<TrainableParameter>& averages() const { return averages_; }

private:
    std::vector<TrainableParameter> parameters_, averages_;
    double decay_;
};

/// While it lives, the averages stand in the model's place, if there are any.
class AveragedWeights {
public:
    explicit AveragedWeights(WeightAverage* average) : average_(average) {
        if (average_)
            average_->exchange();
    }
    ~AveragedWeights() {
        if (average_)
            average_->exchange();
    }
    AveragedWeights(const AveragedWeights&) = delete;
    AveragedWeights& operator=(const AveragedWeights&) = delete;

private:
    WeightAverage* average_;
};

}  // namespace tunebench
