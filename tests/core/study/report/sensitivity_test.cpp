#include "core/study/report/sensitivity.h"

#include <cmath>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

ArmReport arm(const std::string& method, ParamMap grid, double loss) {
    ArmReport report{.name = method, .method_name = method, .grid = std::move(grid)};
    report.loss = MeanWithError{.mean = loss, .standard_error = 0.1, .degrees = 10.0};
    return report;
}

ParamMap grid(std::initializer_list<std::pair<const char*, ParamValue>> values) {
    ParamMap map;
    for (const auto& [key, value] : values)
        map.set(key, value);
    return map;
}

TEST(SensitivityTest, ACurveForEachFieldAndWhateverElseIsVaried) {
    const StudyReport report{.arms = {arm("LoRA", grid({{"method.rank", 16}, {"method.alpha", 8.0}}), 2.0),
                                      arm("LoRA", grid({{"method.rank", 4}, {"method.alpha", 8.0}}), 3.0),
                                      arm("LoRA", grid({{"method.rank", 4}, {"method.alpha", 16.0}}), 2.5),
                                      arm("IA3", {}, 1.0)}};
    const auto curves = sensitivity_of(report);
    ASSERT_EQ(curves.size(), 2U);
    EXPECT_EQ(curves[0].field, "method.rank");
    EXPECT_EQ(curves[0].name, "LoRA, alpha 8");
    ASSERT_EQ(curves[0].points.size(), 2U);
    EXPECT_EQ(curves[0].points[0].value, 4.0) << "by rising value";
    EXPECT_EQ(curves[0].points[0].loss, 3.0);
    EXPECT_GT(curves[0].points[0].margin, 0.1);
    EXPECT_EQ(curves[1].field, "method.alpha");
    EXPECT_EQ(curves[1].name, "LoRA, rank 4");
}

TEST(SensitivityTest, WhatIsNoNumberOrWasNotMeasuredHasNoCurve) {
    StudyReport report{.arms = {arm("LoRA", grid({{"precision.quantization", "nf4"}}), 2.0),
                                arm("LoRA", grid({{"precision.quantization", "none"}}), 2.0),
                                arm("DoRA", grid({{"method.rank", 4}}), 2.0),
                                arm("DoRA", grid({{"method.rank", 8}}), 2.0)}};
    report.arms[3].loss.reset();
    EXPECT_TRUE(sensitivity_of(report).empty());
}

TEST(SensitivityTest, TheTriesOfLearningRatesWithTheChosenOne) {
    StudyReport report{.arms = {arm("LoRA", {}, 2.0)}};
    report.arms[0].learning_rate = 0.001;
    report.arms[0].tries = {{.learning_rate = 0.01, .validation_loss = 3.0},
                            {.learning_rate = 0.001, .validation_loss = 2.0},
                            {.learning_rate = 0.1, .validation_loss = std::nan("")}};
    const auto curves = rate_search_of(report);
    ASSERT_EQ(curves.size(), 1U);
    ASSERT_EQ(curves[0].points.size(), 2U) << "what failed is left out";
    EXPECT_EQ(curves[0].points[0].value, 0.001);
    EXPECT_TRUE(curves[0].points[0].is_chosen);
    EXPECT_FALSE(curves[0].points[1].is_chosen);
}

}  // namespace
}  // namespace tunebench
