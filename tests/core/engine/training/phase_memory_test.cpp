// What a run tells of the memory of its phases: tensors of each, and the process in RAM.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/engine/memory/meter.h"
#include "core/memory/resident_memory.h"
#include "tests/core/engine/training/session_fixture.h"
#include "tests/support/touched_memory.h"

namespace tunebench {
namespace {

constexpr std::size_t kMuch = std::size_t{128} << 20;

class PhaseMemoryTest : public test::SessionFixture {
protected:
    PhaseMemoryTest() {
        install_meter();
        config_.general.device = "cpu";
        config_.evaluation.samples = {"Describe:"};
    }

    /// `react` is called with each event, while what it tells of is still the phase.
    std::vector<MemoryMeasured> memory_of_run(const std::function<void(const RunEvent&)>& react = {}) {
        std::vector<MemoryMeasured> told;
        run(new_folder(), /*resume=*/false, [&](const RunEvent& event, Session&) {
            if (react)
                react(event);
            if (const auto* memory = std::get_if<MemoryMeasured>(&event))
                told.push_back(*memory);
        });
        return told;
    }

    static MemoryMeasured of(const std::vector<MemoryMeasured>& told, const std::string& phase) {
        const auto found = std::ranges::find(told, phase, &MemoryMeasured::phase);
        EXPECT_NE(found, told.end()) << phase;
        return found == told.end() ? MemoryMeasured{} : *found;
    }
};

TEST_F(PhaseMemoryTest, EveryPhaseIsToldOnceWithBothPeaks) {
    const auto told = memory_of_run();
    std::vector<std::string> phases;
    for (const auto& memory : told) {
        phases.push_back(memory.phase);
        EXPECT_EQ(memory.step, kSteps) << memory.phase;
        EXPECT_GT(memory.peak_bytes, 0u) << memory.phase;
        EXPECT_GT(memory.resident_bytes, memory.peak_bytes) << memory.phase;
    }
    EXPECT_EQ(phases, (std::vector<std::string>{"backward", "evaluation", "forward", "loading", "optimizer",
                                                "sampling", "saving"}));
}

TEST_F(PhaseMemoryTest, TheProcessIsToldOfEachPhaseButOfThoseOfAStepTogether) {
    if (!begin_resident_peak())
        GTEST_SKIP() << "the system does not let the peak begin anew";
    const auto told = memory_of_run([](const RunEvent& event) {
        if (std::holds_alternative<EvaluationDone>(event)) {
            const test::TouchedMemory touched(kMuch);
        }
    });
    const auto resident = [&](const char* phase) { return of(told, phase).resident_bytes; };
    for (const auto* other : {"loading", "forward", "sampling", "saving"})
        EXPECT_GT(resident("evaluation"), resident(other) + kMuch / 2) << other;
    EXPECT_EQ(resident("forward"), resident("backward"));
    EXPECT_EQ(resident("forward"), resident("optimizer"));
}

}  // namespace
}  // namespace tunebench
