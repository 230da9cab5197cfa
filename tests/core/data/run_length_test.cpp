#include "core/data/run_length.h"

#include <fmt/format.h>

#include "core/data/loader.h"
#include "core/data/sampler.h"
#include "core/data/training_sampler.h"
#include "core/models/shapes.h"
#include "tests/core/data/byte_tokenizer.h"

namespace tunebench {
namespace {

class RunLengthTest : public DataTest {
protected:
    /// `rows` examples of four tokens beside begin and end.
    RunConfig run_on(int rows) const {
        std::string text;
        for (int i = 0; i < rows; ++i)
            text += R"({"prompt": "ab", "completion": "cd"})"
                    "\n";
        auto run = default_run_config();
        run.data.train = {write("rows.jsonl", text)};
        run.data.max_length = 64;
        run.budget.batch_size = 4;
        return run;
    }

    MeasuredData measured(const RunConfig& run, std::uint64_t whole_bytes = 1 << 22) const {
        const auto data = measure_data(run, tokenizer(), CancelToken(), whole_bytes);
        EXPECT_TRUE(data) << data.error().message;
        return data ? *data : MeasuredData{};
    }

    static ModelConfig model() { return *shape_config("tiny"); }
};

TEST_F(RunLengthTest, StepsAreThoseOfTheSampler) {
    auto run = run_on(103);
    for (const bool packing : {true, false})
        for (const std::int64_t accumulation : {1, 3}) {
            run.data.packing = packing;
            run.budget.accumulation = accumulation;
            run.budget.epochs = 2.5;
            const auto length = run_length(run, model(), measured(run));
            const auto loaded = load_run_data(run, tokenizer(), CancelToken());
            ASSERT_TRUE(loaded);
            const Sampler sampler(loaded->train.examples, training_sampler(run, 0));
            EXPECT_EQ(length.examples, 103);
            EXPECT_EQ(length.epoch.batches, sampler.batches_per_epoch());
            EXPECT_EQ(length.epoch.tokens, sampler.tokens_per_epoch());
            EXPECT_EQ(length.steps, total_steps(run.budget, length.epoch));
            EXPECT_TRUE(length.is_exact);
        }
}

TEST_F(RunLengthTest, ALimitOfStepsCountsPassesAndTokens) {
    auto run = run_on(40);
    run.data.packing = false;  // ten batches a pass
    run.budget.epochs = 0;
    run.budget.steps = 25;
    const auto length = run_length(run, model(), measured(run));
    EXPECT_EQ(length.steps, 25);
    EXPECT_DOUBLE_EQ(length.epochs, 2.5);
    EXPECT_EQ(length.tokens, length.epoch.tokens * 5 / 2);
}

TEST_F(RunLengthTest, WhatOnlyTheClockEndsHasNoSteps) {
    auto run = run_on(40);
    run.budget.epochs = 0;
    run.budget.minutes = 5;
    const auto length = run_length(run, model(), measured(run));
    EXPECT_EQ(length.steps, 0);
    EXPECT_EQ(length.tokens, 0);
    EXPECT_GT(length.epoch.batches, 0);
}

TEST_F(RunLengthTest, VirtualTokensTakeRoomOfRows) {
    auto run = run_on(100);
    const auto data = measured(run);
    const auto plain = run_length(run, model(), data);
    ASSERT_TRUE(apply_override(run, "method.id=prompt"));
    ASSERT_TRUE(apply_override(run, "method.num_virtual_tokens=40"));
    EXPECT_GT(run_length(run, model(), data).epoch.batches, plain.epoch.batches);
}

TEST_F(RunLengthTest, OfMuchDataThereIsAnEstimate) {
    const auto run = run_on(9000);
    const auto sampled = measured(run, 1000);
    EXPECT_EQ(sampled.examples.size(), 2000U);
    EXPECT_NEAR(sampled.share, 2000.0 / 9000.0, 1e-9);
    const auto length = run_length(run, model(), sampled);
    EXPECT_FALSE(length.is_exact);
    EXPECT_NEAR(static_cast<double>(length.examples), 9000.0, 1.0);
    const auto exact = run_length(run, model(), measured(run));
    EXPECT_NEAR(static_cast<double>(length.steps), static_cast<double>(exact.steps),
                0.01 * static_cast<double>(exact.steps));
}

TEST_F(RunLengthTest, DataThatCannotBeReadIsAnError) {
    auto run = run_on(3);
    run.data.train = {(folder_ / "none.jsonl").string()};
    EXPECT_FALSE(measure_data(run, tokenizer(), CancelToken()));
}

TEST_F(RunLengthTest, ACancelledMeasurementIsAnError) {
    CancelToken cancel;
    cancel.cancel();
    const auto data = measure_data(run_on(9000), tokenizer(), cancel, 1000);
    ASSERT_FALSE(data);
    EXPECT_EQ(data.error().code, ErrorCode::Cancelled);
}

TEST_F(RunLengthTest, TheKeyTellsWhenToMeasureAnew) {
    const auto run = run_on(3);
    const auto key_with = [&](std::string_view assignment) {
        auto changed = run;
        EXPECT_TRUE(apply_override(changed, assignment)) << assignment;
        return measured_data_key(changed);
    };
    for (const auto* same : {"budget.epochs=7", "budget.batch_size=2", "data.packing=off", "method.rank=4",
                             "name=other", "optimizer.learning_rate=1"})
        EXPECT_EQ(key_with(same), measured_data_key(run)) << same;
    for (const auto* other :
         {"data.max_length=32", "data.train=/other.jsonl", "data.validation_share=0.1", "model.path=/other",
          "model.added_tokens=<x>", "data.template=chatml", "seed=7"})
        EXPECT_NE(key_with(other), measured_data_key(run)) << other;
}

}  // namespace
}  // namespace tunebench
