// A memory estimate for people and for machines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/memory/largest_values.h"
#include "core/memory/memory_fit.h"

namespace tunebench::cli {

struct MemoryAnswer {
    MemoryEstimate memory = {};
    MemoryFit fit = {};
    std::vector<LargestValue> largest = {};
    std::optional<LargestModel> largest_model = {};
    bool is_limit_given = false;  // the limit was given, or else is what is free now
};

/// A table of items and phases, the peak and what it is made of, the textbook's formula, and whether it fits
/// into the limit, and what is the largest that does.
std::string memory_text(const MemoryAnswer& answer);

OrderedJson memory_to_json(const MemoryAnswer& answer);

}  // namespace tunebench::cli
