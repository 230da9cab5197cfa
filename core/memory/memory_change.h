// MemoryChange: what can be changed so that a run needs less memory, and what that costs.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/run/run_config.h"

namespace tunebench {

/// The mildest for the result first.
enum class MemoryChange {
    SmallerBatch,  // and more of them a step
    Recompute,
    EightBitStates,
    SmallerSteps,  // a smaller batch where none can be added up
    Packing,
    Int8Base,
    Nf4Base,
    Targets,
    Size,  // of the method
    Method,
    Length
};

/// In words that stand in a list after a comma; the window translates them.
struct ChangeCost {
    std::string_view time;     // "a few per cent more time"
    std::string_view quality;  // "next to no difference"
    bool operator==(const ChangeCost&) const = default;
};

ChangeCost cost_of(MemoryChange change);

/// Of several together: the time of the slowest and the quality of the least mild. `changes` is not empty.
ChangeCost cost_of(std::span<const MemoryChange> changes);

/// Of every change, for what goes through all texts.
std::vector<ChangeCost> all_change_costs();

/// A change with the settings that make it, as --set takes them and separated by spaces: several where it
/// can be made by more or less, the mildest first.
struct MemoryLever {
    MemoryChange change = MemoryChange::Recompute;
    std::vector<std::string> options = {};
};

/// What can be changed in this run, batch and packing apart. What a model or a method does not go with is
/// among it.
std::vector<MemoryLever> memory_levers(const RunConfig& run);

}  // namespace tunebench
