#include "core/history/metric_summary.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(MetricSummaryTest, NanIsNeitherLowestNorHighest) {
    MetricSummary summary{.name = "loss"};
    const double nan = std::numeric_limits<double>::quiet_NaN();
    summary.add(1, nan);
    EXPECT_FALSE(summary.lowest);
    EXPECT_FALSE(summary.best());
    summary.add(2, 3.0);
    summary.add(3, 1.0);
    summary.add(4, 1.0);
    summary.add(5, 2.0);
    summary.add(6, nan);
    EXPECT_EQ(summary.lowest, (MetricValue{3, 1.0}));
    EXPECT_EQ(summary.highest, (MetricValue{2, 3.0}));
    EXPECT_EQ(summary.best(), (MetricValue{3, 1.0}));
    EXPECT_TRUE(std::isnan(summary.last.value));
    EXPECT_EQ(summary.last.step, 6);
    EXPECT_EQ(summary.count, 6);
}

TEST(MetricSummaryTest, OfScoresMoreIsBetter) {
    for (const char* name :
         {"validation_accuracy", "eval/f1", "tokens_per_second", "rougeL", "eval_bleu", "F1-score"})
        EXPECT_TRUE(is_higher_better(name)) << name;
    for (const char* name :
         {"loss", "validation_perplexity", "eval/wer", "step_seconds", "memory_bytes", "balance"})
        EXPECT_FALSE(is_higher_better(name)) << name;
}

}  // namespace
}  // namespace tunebench
