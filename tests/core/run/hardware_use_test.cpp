#include "core/run/hardware_use.h"

#include <map>
#include <unistd.h>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

constexpr std::string_view kStat =
    "cpu  100 20 30 800 50 5 5 0 7 0\ncpu0 50 10 15 400 25 2 3 0 3 0\nintr 1 2 3\n";
constexpr std::string_view kMemory =
    "MemTotal:        8000000 kB\nMemFree:          100000 kB\nMemAvailable:    6000000 kB\n";
constexpr std::string_view kOwnMemory = "5000 1234 100 10 0 20 0\n";

double ticks(double count) {
    return count / static_cast<double>(sysconf(_SC_CLK_TCK));
}

TEST(HardwareUseTest, ReadsTheTextsOfTheKernel) {
    const auto counters = hardware_counters_from(kStat, kMemory, kOwnMemory);
    ASSERT_TRUE(counters);
    EXPECT_DOUBLE_EQ(counters->machine_seconds, ticks(1010));  // guests are in the first number already
    EXPECT_DOUBLE_EQ(counters->machine_busy_seconds, ticks(160));
    EXPECT_EQ(counters->machine_bytes, std::uint64_t{2000000} * 1024);
    EXPECT_EQ(counters->process_bytes, 1234U * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)));
}

TEST(HardwareUseTest, SharesAreOfAllProcessors) {
    const HardwareCounters before{
        .process_seconds = 10.0, .machine_busy_seconds = 100.0, .machine_seconds = 400.0};
    const HardwareCounters now{.process_seconds = 11.0,
                               .machine_busy_seconds = 103.0,
                               .machine_seconds = 404.0,
                               .process_bytes = 7,
                               .machine_bytes = 9};
    const auto values = hardware_use(before, now);
    const std::map<std::string, double> use(values.begin(), values.end());
    EXPECT_DOUBLE_EQ(use.at("process_cpu_share"), 0.25);
    EXPECT_DOUBLE_EQ(use.at("machine_cpu_share"), 0.75);
    EXPECT_DOUBLE_EQ(use.at("process_memory_bytes"), 7.0);
    EXPECT_DOUBLE_EQ(use.at("machine_memory_bytes"), 9.0);
}

TEST(HardwareUseTest, WhatADriverSaysOfItsGpuIsThere) {
    HardwareCounters now;
    EXPECT_EQ(hardware_use({}, now).size(), 4U);
    now.gpu = GpuUse{.memory = GpuMemory{.total_bytes = 100, .free_bytes = 30}, .power = 70.5};
    const auto values = hardware_use({}, now);
    const std::map<std::string, double> use(values.begin(), values.end());
    EXPECT_EQ(use.size(), 6U) << "neither its share nor its temperature is known";
    EXPECT_DOUBLE_EQ(use.at("gpu_memory_bytes"), 70.0);
    EXPECT_DOUBLE_EQ(use.at("gpu_power_watts"), 70.5);
}

TEST(HardwareUseTest, NoTimeBetweenTwoReadingsIsNoShare) {
    const HardwareCounters same{.process_seconds = 1.0, .machine_seconds = 2.0};
    EXPECT_EQ(hardware_use(same, same).front().second, 0.0);
}

TEST(HardwareUseTest, TextsThatSayNothingGiveNothing) {
    EXPECT_FALSE(hardware_counters_from("", kMemory, kOwnMemory));
    EXPECT_FALSE(hardware_counters_from("cpu  x y z\n", kMemory, kOwnMemory));
    EXPECT_FALSE(hardware_counters_from(kStat, "MemTotal: 5 kB\nMemAvailable: 6 kB\n", kOwnMemory));
    EXPECT_FALSE(hardware_counters_from(kStat, kMemory, "garbage"));
    EXPECT_FALSE(hardware_counters_from(kStat, "", ""));
}

TEST(HardwareUseTest, ThisProcessIsMeasured) {
    const GpuReader no_gpus(GpuLibrary{});
    const auto before = read_hardware(no_gpus);
    ASSERT_TRUE(before);
    EXPECT_GT(before->process_bytes, 1u << 20);
    volatile double sum = 0.0;
    for (int i = 0; i < 20'000'000; ++i)
        sum = sum + 1.0;
    const auto now = read_hardware(no_gpus);
    ASSERT_TRUE(now);
    EXPECT_FALSE(now->gpu);
    EXPECT_GT(now->process_seconds, before->process_seconds);
    EXPECT_GE(now->machine_seconds, before->machine_seconds);
}

}  // namespace
}  // namespace tunebench
