// The moving average of weights: its arithmetic, and that it steps aside again.
#include "core/engine/training/weight_average.h"

#include <gtest/gtest.h>

#include "core/engine/tensor.h"

namespace tunebench {
namespace {

std::vector<TrainableParameter> one_parameter() {
    return {{.name = "w", .tensor = at::zeros({2}).set_requires_grad(true)}};
}

void set(const TrainableParameter& parameter, double value) {
    const at::NoGradGuard no_gradients;
    parameter.tensor.fill_(value);
}

TEST(WeightAverageTest, ReachesAsFarBackAsTheStepsDoAndThenAsItsDecay) {
    const auto parameters = one_parameter();
    WeightAverage average(parameters, 0.5);
    set(parameters[0], 1.0);
    average.update(1);  // decay 2/11
    EXPECT_NEAR(average.averages()[0].tensor[0].item<double>(), 9.0 / 11.0, 1e-6);
    set(parameters[0], 3.0);
    average.update(100);  // decay 0.5
    EXPECT_NEAR(average.averages()[0].tensor[0].item<double>(), (9.0 / 11.0 + 3.0) / 2.0, 1e-6);
    EXPECT_EQ(average.averages()[0].name, "w");
    EXPECT_FALSE(average.averages()[0].tensor.requires_grad());
}

TEST(WeightAverageTest, StandsInForTheWeightsAndStepsAside) {
    const auto parameters = one_parameter();
    const auto seen_by_the_model = parameters[0].tensor;
    WeightAverage average(parameters, 0.5);
    set(parameters[0], 4.0);
    average.update(100);
    {
        const AveragedWeights averaged(&average);
        EXPECT_EQ(seen_by_the_model[0].item<double>(), 2.0);
        EXPECT_TRUE(seen_by_the_model.requires_grad());
        EXPECT_EQ(average.averages()[0].tensor[0].item<double>(), 4.0);
    }
    EXPECT_EQ(seen_by_the_model[0].item<double>(), 4.0);
    EXPECT_EQ(average.averages()[0].tensor[0].item<double>(), 2.0);
    const AveragedWeights without(nullptr);
}

}  // namespace
}  // namespace tunebench
