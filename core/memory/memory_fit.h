// Whether a run fits into memory, and which change would make it fit.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/memory/calibration.h"
#include "core/memory/estimate.h"
#include "core/memory/memory_change.h"

namespace tunebench {

/// A change of settings, as --set takes it, the peak that is expected of it, and what it costs.
struct MemorySuggestion {
    std::string settings = {};  // "budget.batch_size=4 budget.gradient_checkpointing=every-block"
    std::uint64_t expected_bytes = 0;
    std::uint64_t saved_bytes = 0;  // of the expected peak
    ChangeCost cost = {};
    bool operator==(const MemorySuggestion&) const = default;
};

struct MemoryFit {
    std::uint64_t limit_bytes = 0;
    bool fits = false;
    std::vector<MemorySuggestion> suggestions = {};  // when it does not fit: what would, the mildest first;
                                                     // several changes at once where no single one does
    std::int64_t largest_batch_size = 0;             // that fits with everything else unchanged; 0: none
};

/// `calibration`: of the run's device, what estimates are corrected by before they are compared.
MemoryFit fit_memory(const ModelConfig& model, const RunConfig& config, const MemoryEstimate& memory,
                     std::uint64_t limit_bytes, const MemoryCalibration& calibration = {});

}  // namespace tunebench
