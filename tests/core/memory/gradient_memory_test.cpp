#include "core/memory/gradient_memory.h"

#include <gtest/gtest.h>

#include "core/methods/task_head.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

constexpr std::uint64_t kEmbedding = 49152 * 576;  // of smollm-135m, which ties the head to it
constexpr std::uint64_t kVectors = 61 * 576;
constexpr std::uint64_t kAll = 134515008;

RunConfig run_of(const char* method) {
    auto config = default_run_config();
    config.method = {.id = method, .params = {}};
    return config;
}

GradientMemory memory_of(const RunConfig& config, const char* shape = "smollm-135m") {
    const auto model = *shape_config(shape);
    const auto plan = plan_of(*find_method(config.method.id), model, config.method.params);
    EXPECT_TRUE(plan) << plan.error().message;
    return gradient_memory(model, *plan, config);
}

TEST(GradientMemoryTest, GradientsAreOfTheTypeOfWhatTheyAreOf) {
    auto config = run_of("full");
    EXPECT_EQ(memory_of(config).most, 4 * kAll);
    config.precision.compute = NumberType::Bf16;
    EXPECT_EQ(memory_of(config).most, 4 * kAll);
    config.precision.weights = NumberType::Bf16;
    EXPECT_EQ(memory_of(config).most, 2 * kAll + 2 * kVectors);
    EXPECT_EQ(memory_of(config).at_loss, 2 * kEmbedding);
}

TEST(GradientMemoryTest, AnotherTypeAddsTheOneThatIsConverted) {
    auto config = run_of("full");
    config.precision.gradients = GradientType::Bf16;
    const auto narrow = memory_of(config);
    EXPECT_EQ(narrow.most, 2 * kAll);
    EXPECT_EQ(narrow.in_backward, 4 * kEmbedding + 4 * kEmbedding);  // the head's, and one before conversion
    config.precision.weights = NumberType::Bf16;
    config.precision.gradients = GradientType::Fp32;
    EXPECT_EQ(memory_of(config).most, 4 * kAll);
}

TEST(GradientMemoryTest, AdaptersAreFp32UnlessGradientsAreSet) {
    auto config = run_of("lora");
    const auto wide = memory_of(config).most;
    config.precision.weights = config.precision.compute = NumberType::Bf16;
    EXPECT_EQ(memory_of(config).most, wide);
    config.precision.gradients = GradientType::Bf16;
    EXPECT_EQ(2 * memory_of(config).most, wide);
}

TEST(GradientMemoryTest, UpdatesInBackwardLeaveOneTensorsGradient) {
    auto config = run_of("full");
    config.budget.update_in_backward = true;
    const auto tied = memory_of(config);
    EXPECT_EQ(tied.most, 4 * 2 * kEmbedding);
    EXPECT_EQ(tied.after_backward, tied.most);
    EXPECT_EQ(tied.between_steps, 0U);
    EXPECT_EQ(tied.in_backward, 4 * (kEmbedding + 576 * 1536));
    const auto own_head = memory_of(config, "llama-7b");
    EXPECT_EQ(own_head.most, std::uint64_t{4} * 32000 * 4096);
    EXPECT_EQ(own_head.in_backward, own_head.most);
}

TEST(GradientMemoryTest, WhatAMethodAddsKeepsItsGradientsToTheEnd) {
    auto config = run_of("lora");
    const auto plain = memory_of(config);
    config.budget.update_in_backward = true;
    const auto updating = memory_of(config);
    EXPECT_EQ(updating.most, plain.most);
    EXPECT_EQ(updating.between_steps, plain.between_steps);
}

}  // namespace
}  // namespace tunebench
