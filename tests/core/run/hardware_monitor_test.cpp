#include "core/run/hardware_monitor.h"

#include <atomic>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

using namespace std::chrono_literals;

TEST(HardwareMonitorTest, MeasuresAgainAndAgainUntilItIsGone) {
    std::atomic<int> taken = 0;
    {
        const HardwareMonitor monitor(1ms, [&](auto values) {
            EXPECT_EQ(values.size(), 4u);
            ++taken;
        });
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
        const HardwareMonitor monitor(1h, [](const auto&) { FAIL() << "an hour has not passed"; });
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
}

}  // namespace
}  // namespace tunebench
