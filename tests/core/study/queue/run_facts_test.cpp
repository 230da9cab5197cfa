#include "core/study/queue/run_facts.h"

#include <cmath>
#include <fstream>
#include <limits>

#include <gtest/gtest.h>

#include "core/jobs/run_event_json.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {
namespace {

class RunFactsTest : public testing::Test {
protected:
    void write_line(const std::string& line) const {
        std::ofstream(folder_.path() / "events.jsonl", std::ios::app) << line << '\n';
    }
    void write(const RunEvent& event) const {
        write_line(run_event_to_line(event, "2026-11-27T10:00:00.000Z"));
    }
    void write_evaluation(std::int64_t step, double loss) const {
        write(EvaluationDone{.step = step, .loss = loss, .token_accuracy = 0.5});
    }

    RunFacts facts() const {
        auto facts = read_run_facts(folder_.path());
        EXPECT_TRUE(facts);
        return facts ? *facts : RunFacts{};
    }

    TemporaryFolder folder_;
};

TEST_F(RunFactsTest, TheUntrainedModelIsNoResult) {
    write_evaluation(0, 1.0);
    const auto before = read_run_facts(folder_.path());
    ASSERT_TRUE(before) << before.error().message;
    EXPECT_FALSE(before->validation_loss);
    EXPECT_FALSE(before->best_validation_loss);
    EXPECT_FALSE(before->validation_accuracy);
    write_evaluation(10, 3.0);
    write_evaluation(20, 4.0);
    const auto facts = read_run_facts(folder_.path());
    ASSERT_TRUE(facts) << facts.error().message;
    EXPECT_EQ(facts->best_validation_loss, 3.0);
    EXPECT_EQ(facts->validation_loss, 4.0);
}

TEST_F(RunFactsTest, ALossThatIsNoNumberIsNeverTheBest) {
    write_evaluation(10, std::numeric_limits<double>::quiet_NaN());
    write_evaluation(20, 2.0);
    write_evaluation(30, -std::numeric_limits<double>::infinity());
    const auto facts = read_run_facts(folder_.path());
    ASSERT_TRUE(facts) << facts.error().message;
    EXPECT_EQ(facts->best_validation_loss, 2.0);
}

TEST_F(RunFactsTest, LinesOfANewerVersionArePassedOver) {
    write(StepDone{.step = 1, .loss = 2.0, .tokens = 64});
    write_line(R"({"event": "from the future", "time": "2026-11-27T10:00:00.000Z"})");
    write(StepDone{.step = 2, .loss = 1.0, .tokens = 128});
    const auto facts = read_run_facts(folder_.path());
    ASSERT_TRUE(facts) << facts.error().message;
    EXPECT_EQ(facts->steps, 2);
    EXPECT_EQ(facts->tokens, 128);
    EXPECT_DOUBLE_EQ(facts->training_loss, 1.5);
}

TEST_F(RunFactsTest, WhatWasForgottenIsKnownWithTheResult) {
    write(MetricsMeasured{.step = 0, .values = {{"general_loss", 2.0}}});
    write(StepDone{.step = 1, .loss = 1.0});
    write(MetricsMeasured{.step = 1, .values = {{"memory_of_machine", 5.0}}});
    EXPECT_FALSE(facts().forgetting);
    write(MetricsMeasured{.step = 2, .values = {{"general_loss", 2.5}}});
    EXPECT_EQ(facts().forgetting, (Forgetting{.before = 2.0, .after = 2.5}));
}

TEST_F(RunFactsTest, OfImportedRunsTheMetricsTell) {
    write(RunStarted{.total_steps = 20});
    write(MetricsMeasured{
        .step = 10, .elapsed_seconds = 5.0, .values = {{"loss", 2.0}, {"validation_loss", 1.5}}});
    write(MetricsMeasured{.step = 20,
                          .elapsed_seconds = 9.0,
                          .values = {{"loss", 1.0},
                                     {"validation_loss", 1.7},
                                     {"validation_accuracy", 0.75},
                                     {"tokens", 4000.0},
                                     {"memory_peak_bytes", 1e6}}});
    const auto known = facts();
    EXPECT_EQ(known.steps, 20);
    EXPECT_EQ(known.seconds, 9.0);
    EXPECT_EQ(known.training_loss, 1.5);
    EXPECT_EQ(known.best_validation_loss, 1.5);
    EXPECT_EQ(known.validation_loss, 1.7);
    EXPECT_EQ(known.validation_accuracy, 0.75);
    EXPECT_EQ(known.tokens, 4000);
    EXPECT_EQ(known.peak_bytes, 1'000'000U);
}

TEST_F(RunFactsTest, WhatAFileClaimsMayBeNonsense) {
    write(MetricsMeasured{.step = 1, .values = {{"tokens", -3.0}, {"memory_peak_bytes", 1e300}}});
    EXPECT_EQ(facts().tokens, 0);
    EXPECT_EQ(facts().peak_bytes, 0U);
}

}  // namespace
}  // namespace tunebench::test
