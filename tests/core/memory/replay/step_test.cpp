// A step whose blocks are noted one by one leaves nothing out; without notes what repeats is left out.
#include "core/memory/replay/step.h"

#include <functional>

#include <gtest/gtest.h>

#include "core/memory/state_bytes.h"
#include "core/methods/task_head.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

struct ReplayCase {
    const char* name;
    const char* shape;
    std::int64_t length = 1100;  // several tiles of attention, the last of them smaller
    std::function<void(RunConfig& run)> change = {};
};

replay::RunHoldings replayed(const ReplayCase& one, const replay::EventsOfAStep& events) {
    auto run = default_run_config();
    run.data.validation_share = 0.1;
    one.change(run);
    const auto model = *shape_config(one.shape);
    const auto plan = *plan_of(*find_method(run.method.id), model, run.method.params);
    return replay::replay_run(model, plan, run, run.precision.quantization_settings(),
                              *find_optimizer(run.optimizer.id), {.batch_size = 2, .length = one.length},
                              built_libtorch_rules(), events);
}

const std::vector<ReplayCase>& cases() {
    static const std::vector<ReplayCase> all = {
        {.name = "plain", .shape = "smollm-135m", .change = [](RunConfig&) {}},
        {.name = "nf4",
         .shape = "smollm-135m",
         .change = [](RunConfig& run) { run.precision.quantization = QuantizationType::Nf4; }},
        {.name = "bf16 and nf4",
         .shape = "llama-3.2-1b",
         .length = 300,
         .change =
             [](RunConfig& run) {
                 run.precision.quantization = QuantizationType::Nf4;
                 run.precision.weights = run.precision.compute = NumberType::Bf16;
             }},
        {.name = "checkpointing",
         .shape = "gpt2",
         .length = 600,
         .change =
             [](RunConfig& run) { run.budget.gradient_checkpointing = GradientCheckpointing::EveryBlock; }},
        {.name = "accelerator",
         .shape = "smollm-135m",
         .change = [](RunConfig& run) { run.general.device = "cuda"; }},
    };
    return all;
}

TEST(StepTest, WhatRepeatsNeedsNoSecondLook) {
    for (const auto& one : cases()) {
        std::size_t noted = 0;
        const auto whole =
            replayed(one, [&](const std::string& /*phase*/, const auto& events) { noted += events.size(); });
        const auto shorter = replayed(one, {});
        EXPECT_GT(noted, 0U) << one.name;
        ASSERT_EQ(whole.phases.size(), shorter.phases.size()) << one.name;
        for (std::size_t i = 0; i < whole.phases.size(); ++i) {
            EXPECT_EQ(whole.phases[i].name, shorter.phases[i].name) << one.name;
            EXPECT_EQ(whole.phases[i].holdings.total, shorter.phases[i].holdings.total)
                << one.name << ", " << whole.phases[i].name;
        }
        EXPECT_EQ(whole.gradients, shorter.gradients) << one.name;
        EXPECT_EQ(whole.states, shorter.states) << one.name;
    }
}

TEST(StepTest, EveryTensorHasItsStates) {
    auto run = default_run_config();
    run.method = {.id = "full", .params = {}};
    const auto model = *shape_config("smollm-135m");
    const auto plan = *plan_of(*find_method("full"), model, {});
    const auto& optimizer = *find_optimizer(run.optimizer.id);
    std::int64_t bytes = 0;
    StateBytes state_bytes(optimizer, run.optimizer.params);
    for (const auto& tensor : plan.tensors) {
        const auto of_tensor = optimizer.state_bytes(run.optimizer.params, tensor.shape,
                                                     tensor.group == TensorGroup::BlockWeight);
        EXPECT_EQ(state_bytes.of(tensor), of_tensor) << tensor.name;
        bytes += of_tensor;
    }
    const auto estimate = estimate_memory(model, run, {.batch_size = 1, .length = 16});
    ASSERT_TRUE(estimate);
    EXPECT_EQ(estimate->optimizer_bytes, static_cast<std::uint64_t>(bytes));
}

}  // namespace
}  // namespace tunebench
