// The loss of every example under every variant, for paired comparisons in other programs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace tunebench::cli {

struct LossColumn {
    std::string name = {};  // of the variant
    std::vector<double> losses = {};
};

/// CSV (RFC 4180) with the header "example,<name>…" and a row an example, the first being 1; losses at full
/// precision, empty where an example was not read. All columns are of the same data.
std::string example_losses_text(const std::vector<LossColumn>& columns);

}  // namespace tunebench::cli
