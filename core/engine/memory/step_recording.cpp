#include "core/engine/memory/step_recording.h"

#include "core/engine/memory/memory_use.h"

namespace tunebench {

StepRecording::StepRecording() {
    observe_memory([this](std::int64_t /*bytes*/, const BytesByUse& alive) { note(alive); });
}

StepRecording::~StepRecording() {
    observe_memory({});
}

void StepRecording::note(const BytesByUse& alive) {
    using Microseconds = std::chrono::microseconds;
    const std::lock_guard lock(mutex_);
    const auto since = std::chrono::duration_cast<Microseconds>(std::chrono::steady_clock::now() - begin_);
    recording_.note(static_cast<double>(since.count()) / 1e6, alive);
}

void StepRecording::phase_over(std::string_view phase) {
    const std::lock_guard lock(mutex_);
    if (const auto known = step_phase_from_text(phase))
        recording_.phase_over(*known);
}

StepTimeline StepRecording::timeline(std::int64_t step) {
    observe_memory({});
    phase_over(step_phase_text(StepPhase::Optimizer));
    return recording_.timeline(step);
}

}  // namespace tunebench
