// What the process has in RAM: now, at most, and at most within a period.
#include "core/memory/resident_memory.h"

#include <gtest/gtest.h>

#include "tests/support/touched_memory.h"

namespace tunebench {
namespace {

constexpr std::size_t kMuch = std::size_t{64} << 20;
constexpr std::size_t kMost = kMuch / 4 * 3;  // of it: what else the process has may change meanwhile

TEST(ResidentMemoryTest, WhatIsTouchedIsThere) {
    const auto before = resident_bytes();
    EXPECT_GT(before, 0u);
    const test::TouchedMemory touched(kMuch);
    ASSERT_TRUE(touched.is_there());
    EXPECT_GT(resident_bytes(), before + kMost);
}

TEST(ResidentMemoryTest, ThePeakStaysUntilItBeginsAnew) {
    if (!begin_resident_peak())
        GTEST_SKIP() << "the system does not let the peak begin anew";
    const auto before = resident_bytes();
    { const test::TouchedMemory touched(kMuch); }
    EXPECT_LT(resident_bytes(), before + kMost);
    EXPECT_GT(resident_peak_bytes(), before + kMost);
    EXPECT_TRUE(begin_resident_peak());
    EXPECT_LT(resident_peak_bytes(), before + kMost);
}

TEST(ResidentMemoryTest, APeriodHasThePeakOfWhatItsTimeTook) {
    if (!begin_resident_peak())
        GTEST_SKIP() << "the system does not let the peak begin anew";
    const auto before = resident_bytes();
    ResidentPeaks peaks("loading");
    peaks.enter("training");
    { const test::TouchedMemory touched(kMuch); }
    EXPECT_GT(peaks.of("training"), before + kMost) << "it is not over";
    peaks.enter("evaluation");
    EXPECT_GT(peaks.of("evaluation"), 0u);
    EXPECT_LT(peaks.of("evaluation"), before + kMost);
    peaks.enter("training");
    EXPECT_GT(peaks.of("training"), before + kMost) << "once more, and it stays the most";
    EXPECT_LT(peaks.of("loading"), before + kMost);
    EXPECT_EQ(peaks.of("sampling"), 0u) << "which never was";
}

}  // namespace
}  // namespace tunebench
