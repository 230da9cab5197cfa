// A memory estimate for people and for machines.
#pragma once

#include <string>

#include "app/cli/memory_fit.h"
#include "core/base/json.h"
#include "core/memory/estimate.h"

namespace tunebench::cli {

/// A table of items and phases, the peak and what it is made of, the textbook's formula, and whether it fits.
std::string memory_text(const MemoryEstimate& memory, const MemoryFit& fit);

OrderedJson memory_to_json(const MemoryEstimate& memory, const MemoryFit& fit);

}  // namespace tunebench::cli
