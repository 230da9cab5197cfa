// What a run keeps of the memory that one of its steps took.
#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "core/engine/memory/meter.h"
#include "core/memory/step_timeline.h"
#include "tests/core/engine/training/session_fixture.h"

namespace tunebench {
namespace {

std::uint64_t bytes_of(const MemoryMoment& moment, MemoryUse use) {
    return moment.bytes[static_cast<std::size_t>(use)];
}

class RecordedStepTest : public test::SessionFixture {
protected:
    RecordedStepTest() {
        install_meter();
        config_.general.device = "cpu";  // where the meter sees every block
    }

    static bool says_it_was_not_kept(const Outcome& outcome) {
        return std::ranges::any_of(outcome.warnings, [](const RunWarning& warning) {
            return warning.message.find("could not be kept") != std::string::npos;
        });
    }

    static std::int64_t recorded_step(const RunFolder& folder) {
        const auto recorded = read_step_timeline(folder.path());
        return recorded ? recorded->step : 0;
    }
};

TEST_F(RecordedStepTest, TheThirdStepIsKeptWithItsPhasesAndUses) {
    const auto folder = new_folder();
    const auto outcome = run(folder);
    EXPECT_FALSE(says_it_was_not_kept(outcome));
    const auto recorded = read_step_timeline(folder.path());
    ASSERT_TRUE(recorded) << recorded.error().message;
    EXPECT_EQ(recorded->step, 3);
    const auto peaks = phase_peaks(*recorded);
    ASSERT_EQ(peaks.size(), 3u);
    EXPECT_EQ(peaks[0].phase, StepPhase::Forward);
    EXPECT_GT(bytes_of(peaks[0], MemoryUse::Weights), 0u);
    EXPECT_GT(bytes_of(peaks[0], MemoryUse::States), 0u);
    EXPECT_GT(bytes_of(peaks[0], MemoryUse::Activations), 0u);
    EXPECT_EQ(peaks[1].phase, StepPhase::Backward);
    EXPECT_EQ(peaks[2].phase, StepPhase::Optimizer);
    EXPECT_GT(bytes_of(peaks[2], MemoryUse::Gradients), 0u);
    EXPECT_LE(peak_of(*recorded)->total(), outcome.finished.peak_bytes);
}

TEST_F(RecordedStepTest, OfAShorterRunTheLastIs) {
    config_.budget.steps = 2;
    const auto folder = new_folder();
    run(folder);
    EXPECT_EQ(recorded_step(folder), 2);
}

TEST_F(RecordedStepTest, ARunThatGoesOnKeepsTheThirdToo) {
    const auto folder = new_folder();
    run(folder, /*resume=*/false, /*stop_after=*/1);
    EXPECT_EQ(recorded_step(folder), 1);
    run(folder, /*resume=*/true, /*stop_after=*/5);
    const auto third = read_step_timeline(folder.path());
    ASSERT_TRUE(third) << third.error().message;
    EXPECT_EQ(third->step, 3);
    run(folder, /*resume=*/true);
    EXPECT_EQ(*read_step_timeline(folder.path()), *third);
}

TEST_F(RecordedStepTest, ARunThatCannotKeepItSaysSoAndGoesOn) {
    const auto folder = new_folder();
    std::filesystem::create_directories(folder.path() / "memory_step.json");
    const auto outcome = run(folder);
    EXPECT_EQ(outcome.finished.cause, ExitCause::Completed);
    EXPECT_TRUE(says_it_was_not_kept(outcome));
}

}  // namespace
}  // namespace tunebench
