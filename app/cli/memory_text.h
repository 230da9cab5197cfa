// A memory estimate for people and for machines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/memory/calibration.h"
#include "core/memory/largest_values.h"
#include "core/memory/memory_fit.h"

namespace tunebench::cli {

struct MemoryAnswer {
    MemoryEstimate memory = {};
    std::optional<MemoryPhase> exporting = {};  // of a model of its own, after the run; none: never merges
    MemoryFit fit = {};
    std::vector<LargestValue> largest = {};
    std::optional<LargestModel> largest_model = {};
    MemoryCalibration calibration = {};  // by finished runs
    std::uint64_t limit_bytes = 0;       // of what is expected; 0: not known, and fit and largest are empty
    bool is_limit_given = false;         // or else it is what is free now

    std::uint64_t expected_bytes() const { return calibration.corrected(memory.peak_bytes); }
};

/// A table of items and phases, the peak and what it is made of, the textbook's formula, what finished runs
/// have taught, and whether it fits into the limit, and what is the largest that does.
std::string memory_text(const MemoryAnswer& answer);

OrderedJson memory_to_json(const MemoryAnswer& answer);

}  // namespace tunebench::cli
