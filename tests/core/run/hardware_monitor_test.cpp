#include "core/run/hardware_monitor.h"

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

using namespace std::chrono_literals;

void fails(const Error& error) {
    ADD_FAILURE() << error.message;
}

TEST(HardwareMonitorTest, MeasuresAgainAndAgainUntilItIsGone) {
    std::atomic<int> taken = 0;
    {
        const HardwareMonitor monitor(
            1ms,
            [&](auto values) {
                EXPECT_GE(values.size(), 4u);  // more with a GPU
                ++taken;
                return true;
            },
            fails);
        for (int i = 0; i < 10000 && taken < 3; ++i)
            std::this_thread::sleep_for(1ms);
    }
    const int last = taken;
    EXPECT_GE(last, 3);
    std::this_thread::sleep_for(20ms);
    EXPECT_EQ(taken, last);
}

TEST(HardwareMonitorTest, EndsAtOnceHoweverLongTheInterval) {
    const auto begin = std::chrono::steady_clock::now();
    {
        const HardwareMonitor monitor(
            1h,
            [](const auto&) {
                ADD_FAILURE() << "an hour has not passed";
                return true;
            },
            fails);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
}

TEST(HardwareMonitorTest, WhatIsThrownEndsTheMeasuringAndIsToldOnce) {
    std::atomic<int> taken = 0;
    std::atomic<int> told = 0;
    std::string hint;
    {
        const HardwareMonitor monitor(
            1ms,
            [&](const auto&) -> bool {
                ++taken;
                throw std::runtime_error("out of order");
            },
            [&](const Error& error) {
                hint = error.hint;
                ++told;
                throw std::runtime_error("nobody listens");
            });
        for (int i = 0; i < 10000 && told == 0; ++i)
            std::this_thread::sleep_for(1ms);
        std::this_thread::sleep_for(20ms);
    }
    EXPECT_EQ(taken, 1);
    EXPECT_EQ(told, 1);
    EXPECT_NE(hint.find("out of order"), std::string::npos) << hint;
}

TEST(HardwareMonitorTest, AWeekKeepsAFewThousandMeasurements) {
    EXPECT_EQ(hardware_interval(1s, 0), 1s);
    EXPECT_EQ(hardware_interval(1s, 399), 1s);
    EXPECT_EQ(hardware_interval(1s, 400), 2s);
    EXPECT_EQ(hardware_interval(1s, 800), 4s);
    EXPECT_GT(hardware_interval(1s, 1'000'000'000), 1h);
    std::int64_t kept = 0;
    for (std::chrono::milliseconds passed = 0ms; passed < 7 * 24h; ++kept)
        passed += hardware_interval(1s, kept);
    EXPECT_LT(kept, 4500);
}

}  // namespace
}  // namespace tunebench
