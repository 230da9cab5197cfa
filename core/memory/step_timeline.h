// StepTimeline: what tensors took of memory in the course of one step, by what it was for. Kept as
// memory_step.json in the run's folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/memory/bytes_by_use.h"

namespace tunebench {

enum class StepPhase : std::uint8_t { Forward, Backward, Optimizer };
inline constexpr std::size_t kStepPhases = 3;

/// "forward", "backward", "optimizer": as they are told and stored.
std::string_view step_phase_text(StepPhase phase);
std::optional<StepPhase> step_phase_from_text(std::string_view text);

/// "weights", "states", "gradients", "activations", "rest"
std::string_view memory_use_text(MemoryUse use);

struct MemoryMoment {
    double seconds = 0.0;  // since the step began
    BytesByUse bytes = {};
    std::optional<StepPhase> phase = {};  // none: not known

    std::uint64_t total() const { return total_bytes(bytes); }
    bool operator==(const MemoryMoment&) const = default;
};

struct StepTimeline {
    std::int64_t step = 0;                   // 1 for the first
    std::vector<MemoryMoment> moments = {};  // in the order of time; the fullest is among them
    bool operator==(const StepTimeline&) const = default;
};

inline constexpr std::size_t kMostMoments = 2000;

/// The fullest moment, the first of equals; nullptr without any.
const MemoryMoment* peak_of(const StepTimeline& timeline);

/// The fullest moment of each phase, in the order in which they begin.
std::vector<MemoryMoment> phase_peaks(const StepTimeline& timeline);

/// A list of numbers a use, one of seconds, and one of phases, where "" is one that is not known.
OrderedJson step_timeline_to_json(const StepTimeline& timeline);
/// Corrupt when lists differ in length or are longer than kMostMoments, when time does not go on, or a number
/// cannot be one of bytes.
Result<StepTimeline> step_timeline_from_json(const Json& json);

/// Replaces what an earlier session of the run left.
Result<void> write_step_timeline(const std::filesystem::path& run_folder, const StepTimeline& timeline);
/// NotFound when no step of the run was recorded.
Result<StepTimeline> read_step_timeline(const std::filesystem::path& run_folder);

}  // namespace tunebench
