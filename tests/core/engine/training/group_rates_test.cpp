// Learning rates of groups: 0 holds what it is of, and nothing else.
#include <set>

#include <gtest/gtest.h>

#include "core/engine/tensor.h"
#include "core/engine/training/train_step.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

/// Groups whose tensors changed in a step of full fine-tuning.
std::set<TensorGroup> changed_with(double embedding_rate, double vector_rate) {
    Selection optimizer{.id = "adamw", .params = {}};
    optimizer.params.set("embedding_rate", embedding_rate);
    optimizer.params.set("vector_rate", vector_rate);
    auto trainee = make_trainee(random_model(*shape_config("tiny"), 1), {.id = "full", .params = {}},
                                optimizer, /*seed=*/2);
    EXPECT_TRUE(trainee) << trainee.error().message;
    std::set<TensorGroup> changed;
    for (const auto& parameter : trainee->parameters) {
        const auto before = parameter.tensor.detach().clone();
        parameter.tensor.mutable_grad() = at::ones_like(before);
        trainee->stepper->step({.step = 1, .learning_rate = 0.1});
        parameter.tensor.mutable_grad().reset();
        if (!at::equal(parameter.tensor.detach(), before))
            changed.insert(parameter.group);
    }
    return changed;
}

TEST(GroupRatesTest, AGroupWithoutARateIsHeld) {
    using enum TensorGroup;
    EXPECT_EQ(changed_with(1.0, 1.0), (std::set{BlockWeight, Embedding, Vector}));
    EXPECT_EQ(changed_with(0.0, 1.0), (std::set{BlockWeight, Vector}));
    EXPECT_EQ(changed_with(1.0, 0.0), (std::set{BlockWeight, Embedding}));
}

TEST(GroupRatesTest, ARateIsAMultipleOfTheOthers) {
    Selection optimizer{.id = "sgd", .params = {}};
    optimizer.params.set("embedding_rate", 0.25);
    const auto trainee = make_trainee(random_model(*shape_config("tiny"), 1), {.id = "full", .params = {}},
                                      optimizer, /*seed=*/2);
    ASSERT_TRUE(trainee) << trainee.error().message;
    for (const auto& parameter : trainee->parameters)
        EXPECT_EQ(parameter.rate_factor, parameter.group == TensorGroup::Embedding ? 0.25 : 1.0)
            << parameter.name;
}

}  // namespace
}  // namespace tunebench
