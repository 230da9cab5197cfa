// MemoryRecording: makes a timeline of a step from what is alive after each block that is taken or given
// back. Of any number of blocks at most kMostMoments moments stay: of neighbours the fullest, and those of
// two phases apart while phases are few, so that the peak of the step, and of each phase, is exact.
#pragma once

#include <optional>

#include "core/memory/step_timeline.h"

namespace tunebench {

class MemoryRecording {
public:
    MemoryRecording();

    /// Takes no memory itself. `seconds` since the step began, ascending.
    void note(double seconds, const BytesByUse& alive);

    /// What was noted since the last phase was over belongs to this one.
    void phase_over(StepPhase phase);

    StepTimeline timeline(std::int64_t step);

private:
    void keep_fullest();
    void thin();
    /// Of every two neighbours the fuller one stays; of two phases both do if phases are kept apart.
    void halve(bool keeps_phases);

    std::vector<MemoryMoment> moments_ = {};
    std::optional<MemoryMoment> fullest_ = {};  // of those noted since the last that was kept
    std::size_t noted_ = 0;                     // since then
    std::size_t stride_ = 1;                    // how many are noted for one that is kept
};

}  // namespace tunebench
