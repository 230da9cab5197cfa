#include "core/run/measured_step.h"

#include <map>

#include <gtest/gtest.h>

#include "core/history/history.h"

namespace tunebench {
namespace {

/// A history that is told what it holds.
class ToldHistory : public HistoryReader {
public:
    void add(const std::string& id, const RunConfig& config, std::vector<double> seconds,
             const std::string& origin = {}) {
        RunSummary summary{.id = id, .name = "run " + id, .method = config.method.id, .origin = origin};
        summary.steps = static_cast<std::int64_t>(seconds.size());
        summaries_.insert(summaries_.begin(), summary);
        configs_[id] = config;
        for (std::size_t i = 0; i < seconds.size(); ++i)
            points_[id].push_back({.step = static_cast<std::int64_t>(i) + 1, .value = seconds[i]});
    }

    Result<std::vector<RunSummary>> runs(const RunFilter& /*filter*/) override { return summaries_; }
    Result<std::vector<RunColumn>> columns() override { return std::vector<RunColumn>{}; }
    Result<void> add_columns(RunTable& /*table*/, std::span<const std::string> /*columns*/) override {
        return {};
    }
    Result<void> check(const Filter& /*filter*/) override { return {}; }
    Result<RunDetails> run(const std::string& id) override {
        RunDetails details;
        details.manifest.config = configs_[id];
        return details;
    }
    Result<std::vector<MetricPoint>> metric(const std::string& id, const std::string& name) override {
        EXPECT_EQ(name, "step_seconds");
        return points_[id];
    }
    Result<std::vector<std::string>> metrics(const std::string& /*id*/) override {
        return std::vector<std::string>{"step_seconds"};
    }
    Result<std::vector<MetricSummary>> summaries(const std::string& /*id*/) override {
        return std::vector<MetricSummary>{};
    }

private:
    std::vector<RunSummary> summaries_ = {};
    std::map<std::string, RunConfig> configs_ = {};
    std::map<std::string, std::vector<MetricPoint>> points_ = {};
};

RunConfig town_run() {
    auto config = default_run_config();
    config.model.path = "/models/town";
    config.data.train = {"/data/town.jsonl"};
    return config;
}

RunConfig changed(std::string_view assignment) {
    auto config = town_run();
    EXPECT_TRUE(apply_override(config, assignment)) << assignment;
    return config;
}

TEST(MeasuredStepTest, AnEmptyHistoryHasMeasuredNothing) {
    ToldHistory history;
    EXPECT_FALSE(measured_step(history, town_run()));
}

TEST(MeasuredStepTest, TheMedianOfTheNewestRunCountsWithoutItsFirstSteps) {
    ToldHistory history;
    history.add("old", town_run(), {9, 9, 9, 9, 9, 9});
    history.add("new", town_run(), {50, 40, 1.0, 2.0, 30.0});
    const auto step = measured_step(history, town_run());
    ASSERT_TRUE(step);
    EXPECT_EQ(step->seconds, 2.0);
    EXPECT_EQ(step->steps, 3);
    EXPECT_EQ(step->run_id, "new");
    EXPECT_EQ(step->run_name, "run new");
}

TEST(MeasuredStepTest, ARunOfAFewStepsSaysNothing) {
    ToldHistory history;
    history.add("short", town_run(), {1, 1, 1, 1});
    EXPECT_FALSE(measured_step(history, town_run()));
}

TEST(MeasuredStepTest, WhatAStepCostsDecides) {
    for (const auto* costs :
         {"method.id=dora", "method.rank=8", "precision.compute=bf16", "precision.quantization=nf4",
          "budget.batch_size=4", "budget.accumulation=2", "budget.gradient_checkpointing=every-block",
          "data.max_length=128", "data.packing=off", "data.loss_on=all", "optimizer.id=sgd",
          "optimizer.states=8bit", "threads=1", "device=cpu", "model.path=/models/city",
          "model.added_tokens=<|tool|>"}) {
        EXPECT_FALSE(have_equal_steps(town_run(), changed(costs))) << costs;
        ToldHistory history;
        history.add("other", changed(costs), {1, 1, 1, 1, 1, 1});
        EXPECT_FALSE(measured_step(history, town_run())) << costs;
    }
}

TEST(MeasuredStepTest, WhatCostsNothingDoesNot) {
    for (const auto* free :
         {"name=another", "seed=7", "optimizer.learning_rate=1e-3", "budget.epochs=9", "budget.steps=10",
          "schedule.id=linear", "evaluation.every=7", "data.train=/data/city.jsonl", "checkpoints.every=0"})
        EXPECT_TRUE(have_equal_steps(town_run(), changed(free))) << free;
}

TEST(MeasuredStepTest, WithoutPackingTheDataDecidesToo) {
    const auto loose = changed("data.packing=off");
    auto other = loose;
    other.data.train = {"/data/city.jsonl"};
    EXPECT_TRUE(have_equal_steps(loose, loose));
    EXPECT_FALSE(have_equal_steps(loose, other));
}

TEST(MeasuredStepTest, ImportedRunsAreNotOfThisMachine) {
    ToldHistory history;
    history.add("imported", town_run(), {1, 1, 1, 1, 1, 1}, "tensorboard: /logs");
    EXPECT_FALSE(measured_step(history, town_run()));
}

}  // namespace
}  // namespace tunebench
