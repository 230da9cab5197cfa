// What fits where, for people and for machines.
#pragma once

#include <string>

#include "core/base/json.h"
#include "core/memory/fit_table.h"

namespace tunebench::cli {

/// Methods × precisions: what each needs, and a bar of its share of the limit.
std::string fit_table_text(const std::vector<FitRow>& table, std::uint64_t limit_bytes);

OrderedJson fit_table_to_json(const std::vector<FitRow>& table, std::uint64_t limit_bytes);

}  // namespace tunebench::cli
