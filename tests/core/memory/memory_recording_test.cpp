#include "core/memory/memory_recording.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

BytesByUse activations(std::uint64_t bytes) {
    BytesByUse by_use = {};
    by_use[static_cast<std::size_t>(MemoryUse::Weights)] = 1000;
    by_use[static_cast<std::size_t>(MemoryUse::Activations)] = bytes;
    return by_use;
}

bool ascends(const StepTimeline& timeline) {
    return std::ranges::is_sorted(timeline.moments, {}, &MemoryMoment::seconds);
}

TEST(MemoryRecordingTest, AShortStepIsThereAsItWas) {
    MemoryRecording recording;
    recording.note(0.0, activations(0));
    recording.note(0.5, activations(10));
    recording.phase_over(StepPhase::Forward);
    recording.note(1.0, activations(5));
    recording.phase_over(StepPhase::Backward);
    recording.note(1.5, activations(0));
    const StepTimeline expected{
        .step = 3,
        .moments = {{.seconds = 0.0, .bytes = activations(0), .phase = StepPhase::Forward},
                    {.seconds = 0.5, .bytes = activations(10), .phase = StepPhase::Forward},
                    {.seconds = 1.0, .bytes = activations(5), .phase = StepPhase::Backward},
                    {.seconds = 1.5, .bytes = activations(0)}}};
    EXPECT_EQ(recording.timeline(3), expected);
}

TEST(MemoryRecordingTest, ALongStepIsThinnedButNotItsPeak) {
    constexpr std::uint64_t kEvents = 1'000'003;
    constexpr std::uint64_t kPeakAt = 777'777;
    MemoryRecording recording;
    for (std::uint64_t i = 0; i < kEvents; ++i)
        recording.note(static_cast<double>(i), activations(i == kPeakAt ? 5000 : i % 100));
    const auto timeline = recording.timeline(1);
    EXPECT_LE(timeline.moments.size(), kMostMoments);
    EXPECT_GE(timeline.moments.size(), kMostMoments / 4);
    EXPECT_TRUE(ascends(timeline));
    ASSERT_NE(peak_of(timeline), nullptr);
    EXPECT_EQ(peak_of(timeline)->bytes, activations(5000));
    EXPECT_EQ(peak_of(timeline)->seconds, static_cast<double>(kPeakAt));
}

TEST(MemoryRecordingTest, ThePeakOfEachPhaseIsExactAtItsEdgeToo) {
    MemoryRecording recording;
    double time = 0.0;
    for (std::uint64_t i = 0; i < 7'001; ++i)
        recording.note(time++, activations(i));
    recording.phase_over(StepPhase::Forward);
    for (std::uint64_t i = 0; i < 9'003; ++i)
        recording.note(time++, activations(20'000 - i));
    recording.phase_over(StepPhase::Backward);
    const auto peaks = phase_peaks(recording.timeline(1));
    ASSERT_EQ(peaks.size(), 2u);
    EXPECT_EQ(peaks[0].phase, StepPhase::Forward);
    EXPECT_EQ(peaks[0].bytes, activations(7'000));
    EXPECT_EQ(peaks[1].phase, StepPhase::Backward);
    EXPECT_EQ(peaks[1].bytes, activations(20'000));
}

TEST(MemoryRecordingTest, AStepOfVeryManyBatchesIsBoundedToo) {
    constexpr int kBatches = 20'000;
    MemoryRecording recording;
    double time = 0.0;
    for (int batch = 0; batch < kBatches; ++batch) {
        recording.note(time++, activations(batch == 12'345 ? 900 : 200));
        recording.phase_over(StepPhase::Forward);
        recording.note(time++, activations(300));
        recording.phase_over(StepPhase::Backward);
    }
    const auto timeline = recording.timeline(1);
    EXPECT_LE(timeline.moments.size(), kMostMoments);
    EXPECT_TRUE(ascends(timeline));
    EXPECT_EQ(peak_of(timeline)->bytes, activations(900));
    EXPECT_EQ(peak_of(timeline)->phase, StepPhase::Forward);
}

}  // namespace
}  // namespace tunebench
