// What the meter says a peak was made of.
#include "core/engine/memory/memory_use.h"

#include <gtest/gtest.h>

#include "core/engine/memory/meter.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

constexpr std::int64_t kMebibyte = std::int64_t{1} << 20;

/// A tensor, and what its block takes.
struct Taken {
    at::Tensor tensor = {};
    std::uint64_t bytes = 0;
};

Taken take(MemoryUse use, std::int64_t bytes) {
    const MeteredAs as(use);
    const auto before = read_meter().current_bytes;
    Taken taken{.tensor = at::empty({bytes}, at::kByte)};
    taken.bytes = read_meter().current_bytes - before;
    EXPECT_GE(taken.bytes, static_cast<std::uint64_t>(bytes));
    return taken;
}

class MemoryUseTest : public testing::Test {
protected:
    MemoryUseTest() {
        install_meter();
        reset_peak();
        before_ = bytes_at_peak();
    }

    /// At the peak, beyond what was there before the test.
    std::uint64_t more(MemoryUse use) const {
        const auto place = static_cast<std::size_t>(use);
        return bytes_at_peak()[place] - before_[place];
    }

    static void expect_whole() { EXPECT_EQ(total_bytes(bytes_at_peak()), read_meter().peak_bytes); }

    BytesByUse before_ = {};
};

TEST_F(MemoryUseTest, EveryByteOfThePeakIsOfTheUseItWasTakenFor) {
    expect_whole();
    const auto weights = take(MemoryUse::Weights, 3 * kMebibyte);
    const auto gradients = take(MemoryUse::Gradients, 2 * kMebibyte + 1);
    const auto scalar = take(MemoryUse::Gradients, 4);
    std::uint64_t activations = 0;
    {
        const auto kept = take(MemoryUse::Activations, 5 * kMebibyte);
        activations = kept.bytes;
        expect_whole();
    }
    const auto states = take(MemoryUse::States, kMebibyte);  // less than what went: no new peak
    EXPECT_EQ(more(MemoryUse::Weights), weights.bytes);
    EXPECT_EQ(more(MemoryUse::Gradients), gradients.bytes + scalar.bytes);
    EXPECT_EQ(more(MemoryUse::Activations), activations);
    EXPECT_EQ(more(MemoryUse::States), 0u);
    EXPECT_EQ(more(MemoryUse::Rest), 0u);
    expect_whole();
    EXPECT_EQ(read_meter().peak_bytes,
              total_bytes(before_) + weights.bytes + gradients.bytes + scalar.bytes + activations);
}

TEST_F(MemoryUseTest, AHigherPeakIsMadeOfWhatIsAliveThen) {
    { const auto activations = take(MemoryUse::Activations, 2 * kMebibyte); }
    const auto states = take(MemoryUse::States, 3 * kMebibyte);
    EXPECT_EQ(more(MemoryUse::Activations), 0u);
    EXPECT_EQ(more(MemoryUse::States), states.bytes);
    expect_whole();
}

TEST_F(MemoryUseTest, WhatBecomesOfAnotherUseCountsAsThatFromThenOn) {
    const auto gradient = take(MemoryUse::Rest, 2 * kMebibyte);
    meter_as(gradient.tensor.view({2, kMebibyte})[1], MemoryUse::Gradients);
    EXPECT_EQ(more(MemoryUse::Rest), gradient.bytes) << "at the peak so far";
    expect_whole();
    const auto weights = take(MemoryUse::Weights, kMebibyte);
    EXPECT_EQ(more(MemoryUse::Rest), 0u);
    EXPECT_EQ(more(MemoryUse::Gradients), gradient.bytes);
    EXPECT_EQ(more(MemoryUse::Weights), weights.bytes);
    expect_whole();
}

TEST_F(MemoryUseTest, AUseWithinAnotherEndsWithIt) {
    const MeteredAs outer(MemoryUse::Activations);
    const auto weights = take(MemoryUse::Weights, kMebibyte);
    const auto activations = at::empty({kMebibyte}, at::kByte);
    EXPECT_EQ(more(MemoryUse::Weights), weights.bytes);
    EXPECT_EQ(more(MemoryUse::Activations), weights.bytes) << "as large, and so is its block";
}

TEST_F(MemoryUseTest, ThePeakBeginsAgainWithWhatIsAlive) {
    const auto weights = take(MemoryUse::Weights, kMebibyte);
    { const auto activations = take(MemoryUse::Activations, 4 * kMebibyte); }
    reset_peak();
    EXPECT_EQ(more(MemoryUse::Weights), weights.bytes);
    EXPECT_EQ(more(MemoryUse::Activations), 0u);
    EXPECT_EQ(read_meter().peak_bytes, read_meter().current_bytes);
    expect_whole();
}

}  // namespace
}  // namespace tunebench
