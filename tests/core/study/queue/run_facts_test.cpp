#include "core/study/queue/run_facts.h"

#include <cmath>
#include <fstream>

#include <gtest/gtest.h>

#include "core/jobs/run_event_json.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {
namespace {

class RunFactsTest : public testing::Test {
protected:
    void happened(const RunEvent& event) {
        std::ofstream(folder_.path() / "events.jsonl", std::ios::app)
            << run_event_to_line(event, "2026-11-27T10:00:00.000Z") << "\n";
    }

    RunFacts facts() const {
        auto facts = read_run_facts(folder_.path());
        EXPECT_TRUE(facts);
        return facts ? *facts : RunFacts{};
    }

    TemporaryFolder folder_;
};

TEST_F(RunFactsTest, OfImportedRunsTheMetricsTell) {
    happened(RunStarted{.total_steps = 20});
    happened(MetricsMeasured{
        .step = 10, .elapsed_seconds = 5.0, .values = {{"loss", 2.0}, {"validation_loss", 1.5}}});
    happened(MetricsMeasured{.step = 20,
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
    happened(MetricsMeasured{.step = 1, .values = {{"tokens", -3.0}, {"memory_peak_bytes", 1e300}}});
    EXPECT_EQ(facts().tokens, 0);
    EXPECT_EQ(facts().peak_bytes, 0U);
}

TEST_F(RunFactsTest, ALossThatIsNoNumberIsNotTheBest) {
    happened(EvaluationDone{.step = 1, .loss = std::nan("")});
    EXPECT_TRUE(std::isnan(*facts().best_validation_loss));
    happened(EvaluationDone{.step = 2, .loss = 0.5});
    happened(EvaluationDone{.step = 3, .loss = std::nan("")});
    EXPECT_EQ(facts().best_validation_loss, 0.5);
    EXPECT_TRUE(std::isnan(*facts().validation_loss));
}

}  // namespace
}  // namespace tunebench::test
