// What the meter tells its observer, and the timeline that a recording makes of it.
#include "core/engine/memory/step_recording.h"

#include <vector>

#include <gtest/gtest.h>

#include "core/engine/memory/memory_use.h"
#include "core/engine/memory/meter.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

constexpr std::int64_t kMebibyte = std::int64_t{1} << 20;

at::Tensor of_mebibytes(std::int64_t count) {
    return at::empty({count * kMebibyte}, at::kByte);
}

std::uint64_t bytes_of(const MemoryMoment& moment, MemoryUse use) {
    return moment.bytes[static_cast<std::size_t>(use)];
}

class StepRecordingTest : public testing::Test {
protected:
    StepRecordingTest() { install_meter(); }
    ~StepRecordingTest() override { observe_memory({}); }
};

TEST_F(StepRecordingTest, TheMeterTellsOfEveryBlockUntilNobodyAsks) {
    std::vector<std::int64_t> told;
    BytesByUse last = {};
    observe_memory([&](std::int64_t bytes, const BytesByUse& alive) {
        told.push_back(bytes);
        last = alive;
    });
    EXPECT_EQ(total_bytes(last), read_meter().current_bytes);
    {
        const auto tensor = of_mebibytes(2);
        EXPECT_EQ(total_bytes(last), read_meter().current_bytes);
        meter_as(tensor, MemoryUse::Weights);
        EXPECT_EQ(total_bytes(last), read_meter().current_bytes);
    }
    observe_memory({});
    of_mebibytes(1);
    ASSERT_EQ(told.size(), 4u);
    EXPECT_EQ(told[0], 0);
    EXPECT_GE(told[1], 2 * kMebibyte);
    EXPECT_EQ(told[2], 0);
    EXPECT_EQ(told[3], -told[1]);
}

TEST_F(StepRecordingTest, ATimelineHasUsesPhasesAndThePeak) {
    StepRecording recording;
    const auto before = read_meter().current_bytes;
    {
        const MeteredAs use(MemoryUse::Activations);
        const auto activations = of_mebibytes(8);
        recording.phase_over("forward");
        const MeteredAs other(MemoryUse::Gradients);
        const auto gradients = of_mebibytes(4);
        recording.phase_over("backward");
    }
    const auto rest = of_mebibytes(1);
    const auto timeline = recording.timeline(3);
    of_mebibytes(64);  // nobody listens
    EXPECT_EQ(timeline.step, 3);
    EXPECT_EQ(timeline.moments.front().total(), before);
    const auto* peak = peak_of(timeline);
    ASSERT_NE(peak, nullptr);
    EXPECT_EQ(peak->phase, StepPhase::Backward);
    EXPECT_GE(peak->total(), before + 12 * kMebibyte);
    EXPECT_LT(peak->total(), before + 13 * kMebibyte);
    EXPECT_GE(bytes_of(*peak, MemoryUse::Activations), std::uint64_t{8} << 20);
    EXPECT_GE(bytes_of(*peak, MemoryUse::Gradients), std::uint64_t{4} << 20);
    EXPECT_EQ(timeline.moments.back().phase, StepPhase::Optimizer);
    const auto peaks = phase_peaks(timeline);
    ASSERT_EQ(peaks.size(), 3u);
    EXPECT_EQ(peaks[0].phase, StepPhase::Forward);
    EXPECT_LT(peaks[0].total(), before + 9 * kMebibyte);
}

}  // namespace
}  // namespace tunebench
