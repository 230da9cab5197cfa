// A memory estimate for people and for machines.
#pragma once

#include <string>

#include "core/base/json.h"
#include "core/memory/memory_fit.h"

namespace tunebench::cli {

/// A table of items and phases, the peak and what it is made of, the textbook's formula, and whether it fits
/// into the limit: one that was given, or else what is free now.
std::string memory_text(const MemoryEstimate& memory, const MemoryFit& fit, bool is_given);

OrderedJson memory_to_json(const MemoryEstimate& memory, const MemoryFit& fit);

}  // namespace tunebench::cli
