// Whether a run fits into memory, and which change would make it fit.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/memory/estimate.h"

namespace tunebench {

/// A change of settings, as --set takes it, and the peak it leads to.
struct MemorySuggestion {
    std::string settings = {};  // "budget.batch_size=4 budget.gradient_checkpointing=every-block"
    std::uint64_t peak_bytes = 0;
};

struct MemoryFit {
    std::uint64_t limit_bytes = 0;
    bool fits = false;
    std::vector<MemorySuggestion> suggestions = {};  // when it does not fit: what would, the mildest first
    std::int64_t largest_batch_size = 0;             // that fits with everything else unchanged; 0: none
};

MemoryFit fit_memory(const ModelConfig& model, const RunConfig& config, const MemoryEstimate& memory,
                     std::uint64_t limit_bytes);

}  // namespace tunebench
