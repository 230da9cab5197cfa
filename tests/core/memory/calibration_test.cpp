// What finished runs teach about the next estimate.
#include "core/memory/calibration.h"

#include <vector>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

std::vector<FinishedPeak> measured(const std::vector<std::uint64_t>& of_a_thousand) {
    std::vector<FinishedPeak> runs;
    for (const auto bytes : of_a_thousand)
        runs.push_back({.predicted = 1000, .measured = bytes});
    return runs;
}

TEST(CalibrationTest, TwoRunsAreTooFew) {
    EXPECT_EQ(calibrated_by(measured({1100, 1100})), MemoryCalibration());
    EXPECT_EQ(calibrated_by({}), MemoryCalibration());
    EXPECT_EQ(MemoryCalibration().corrected(1000), 1000U);
}

TEST(CalibrationTest, TheMedianCounts) {
    const auto found = calibrated_by(measured({1500, 1040, 1020, 900, 1030}));
    EXPECT_EQ(found.runs, 5);
    EXPECT_DOUBLE_EQ(found.factor, 1.03);
    EXPECT_EQ(found.corrected(2000), 2060U);
}

TEST(CalibrationTest, NothingIsTakenOff) {
    EXPECT_DOUBLE_EQ(calibrated_by(measured({500, 600, 700})).factor, 1.0);
    EXPECT_EQ(calibrated_by(measured({500, 600, 700})).runs, 3);
}

TEST(CalibrationTest, IsBounded) {
    EXPECT_DOUBLE_EQ(calibrated_by(measured({9000, 9000, 9000})).factor, MemoryCalibration::kMostFactor);
}

TEST(CalibrationTest, WhatOneRunTookBeyondWhatIsExpectedIsUncertain) {
    const auto unknown = MemoryCalibration().range(1000);
    EXPECT_EQ(unknown.low, 900U);
    EXPECT_EQ(unknown.high, 1100U);
    const auto spread = calibrated_by(measured({1000, 1000, 1200}));
    EXPECT_DOUBLE_EQ(spread.factor, 1.0);
    EXPECT_NEAR(spread.uncertainty, 0.2, 1e-9);
    EXPECT_EQ(spread.range(2000).high, 2400U);
    EXPECT_DOUBLE_EQ(calibrated_by(measured({1100, 1100, 1100})).uncertainty,
                     MemoryCalibration::kLeastUncertainty);
    EXPECT_DOUBLE_EQ(calibrated_by(measured({200, 1000, 1000})).uncertainty,
                     MemoryCalibration::kLeastUncertainty)
        << "shorter rows say nothing";
    EXPECT_DOUBLE_EQ(calibrated_by(measured({1000, 1000, 9000})).uncertainty,
                     MemoryCalibration::kMostUncertainty);
}

TEST(CalibrationTest, RunsWithoutAPredictionOrAMeasurementDoNotCount) {
    auto runs = measured({1100, 1100});
    runs.push_back({.predicted = 0, .measured = 1100});
    runs.push_back({.predicted = 1000, .measured = 0});
    EXPECT_EQ(calibrated_by(runs).runs, 0);
}

TEST(CalibrationTest, TheProcessBesideItsTensorsIsKnownWhereItWasMeasured) {
    std::vector<FinishedPeak> runs = {{.predicted = 1000, .measured = 1000, .resident = 1300},
                                      {.predicted = 1000, .measured = 1000, .resident = 1200},
                                      {.predicted = 1000, .measured = 1000, .resident = 1250},
                                      {.predicted = 1000, .measured = 1000}};
    EXPECT_EQ(calibrated_by(runs).beside, 250U);
    EXPECT_EQ(calibrated_by(measured({1000, 1000, 1000})).beside, 0U);
}

}  // namespace
}  // namespace tunebench
