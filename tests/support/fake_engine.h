// A fake engine without LibTorch: it trains four numbers (fake_training.h), honours every command, writes
// real checkpoints, resumes from them to the last bit, and fails where it is told to. For tests of everything
// above the engine.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>

#include "core/engine_api/engine.h"

namespace tunebench::test {

/// 0 stands for never.
struct FakeEngineOptions {
    std::chrono::microseconds step_duration = std::chrono::microseconds(0);
    std::chrono::milliseconds read_duration = std::chrono::milliseconds(0);  // of the data; can be cancelled
    std::chrono::milliseconds load_duration = std::chrono::milliseconds(0);
    std::chrono::milliseconds token_duration = std::chrono::milliseconds(0);  // of an answer
    std::int64_t nonfinite_at = 0;                                            // the loss of this step is NaN
    std::int64_t out_of_memory_at = 0;  // this step runs out of memory once: the run tells and pauses
    std::int64_t throw_at = 0;          // an exception leaves run() at this step, as a fault would
    std::int64_t disk_full_at = 0;      // checkpoints at this step or later find no room
    bool refuses_to_start = false;
};

inline constexpr std::int64_t kFakeStepsPerEpoch = 10;
inline constexpr std::int64_t kFakeTokensPerStep = 100;
/// With a dynamic loss scale this step is skipped and the scale halved.
inline constexpr std::int64_t kFakeScaleFallsAt = 3;

std::unique_ptr<Engine> make_fake_engine(const FakeEngineOptions& options = {});

}  // namespace tunebench::test
