// The meter: what it counts, what it refuses, and what it gives back first.
#include "core/engine/memory/meter.h"

#include <limits>
#include <new>

#include <gtest/gtest.h>

#include "core/engine/memory/memory_limit.h"
#include "core/engine/tensor.h"
#include "core/memory/estimate.h"

namespace tunebench {
namespace {

constexpr std::int64_t kMebibyte = std::int64_t{1} << 20;

at::Tensor of_mebibytes(std::int64_t count) {
    return at::empty({count * kMebibyte}, at::kByte);
}

class MeterTest : public testing::Test {
protected:
    MeterTest() {
        install_meter();
        release_kept_memory();
    }
    ~MeterTest() override {
        refuse_allocation(0);
        limit_meter(std::numeric_limits<std::uint64_t>::max());
    }
};

TEST_F(MeterTest, BeyondItsLimitAnAllocationFailsAndLeavesTheRest) {
    const auto before = read_meter().current_bytes;
    limit_meter(before + 10 * kMebibyte);
    const auto kept = of_mebibytes(6);
    EXPECT_THROW(of_mebibytes(5), std::bad_alloc);
    EXPECT_NO_THROW(of_mebibytes(3));
    EXPECT_LT(read_meter().current_bytes, before + 7 * kMebibyte);
}

TEST_F(MeterTest, BlocksOfOtherSizesAreGivenBackBeforeAnythingIsRefused) {
    const auto before = held_bytes();
    limit_meter(read_meter().current_bytes + 10 * kMebibyte);
    of_mebibytes(8);
    const auto next = of_mebibytes(9);
    EXPECT_LT(held_bytes(), before + 10 * kMebibyte);
}

TEST_F(MeterTest, LittleMoreIsHeldThanWasNeededAtMost) {
    const auto most = held_bytes() + 41 * kMebibyte;
    for (std::int64_t mebibytes = 20; mebibytes <= 40; ++mebibytes)
        of_mebibytes(mebibytes);
    EXPECT_LE(held_bytes(), most + kept_beyond(most));
}

TEST_F(MeterTest, SizesThatFollowOneAnotherAreBothKept) {
    const auto before = held_bytes();
    of_mebibytes(6);
    if (held_bytes() == before)
        GTEST_SKIP() << "Where a sanitizer watches, nothing is kept.";
    of_mebibytes(5);
    EXPECT_GE(held_bytes(), before + 11 * kMebibyte);
}

TEST_F(MeterTest, ThatAllocationFailsAndNoOther) {
    const auto before = allocations();
    refuse_allocation(before + 2);
    EXPECT_NO_THROW(of_mebibytes(1));
    EXPECT_THROW(of_mebibytes(1), std::bad_alloc);
    EXPECT_NO_THROW(of_mebibytes(1));
    EXPECT_EQ(allocations(), before + 3);
}

TEST_F(MeterTest, ALimitIsNeverMoreThanWhatIsFree) {
    const auto free_now = limit_memory();
    EXPECT_GT(free_now, read_meter().current_bytes);
    constexpr double kMore = 1e6;
    EXPECT_LT(limit_memory(at::kCPU, kMore), held_bytes() + available_memory_bytes());
    const auto limited = limit_memory(at::kCPU, 0.01);
    EXPECT_EQ(limited, static_cast<std::uint64_t>(0.01 * 1073741824.0));
    EXPECT_THROW(of_mebibytes(11), std::bad_alloc);
}

}  // namespace
}  // namespace tunebench
