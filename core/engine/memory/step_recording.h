// StepRecording: the memory of tensors on the processor in the course of one step of training. While it lives
// it is what the meter tells of every block.
#pragma once

#include <chrono>
#include <mutex>
#include <string_view>

#include "core/memory/memory_recording.h"

namespace tunebench {

class StepRecording {
public:
    StepRecording();
    ~StepRecording();
    StepRecording(const StepRecording&) = delete;
    StepRecording& operator=(const StepRecording&) = delete;

    /// "forward", "backward", "optimizer"
    void phase_over(std::string_view phase);

    /// Ends the recording. What came after the last phase counts to the optimizer's.
    StepTimeline timeline(std::int64_t step);

private:
    void note(const BytesByUse& alive);

    const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    std::mutex mutex_;           // kernels may take blocks on other threads
    MemoryRecording recording_;  // guarded by mutex_
};

}  // namespace tunebench
