// The data files of an entry of a run's data section.
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "core/params/weighted_file.h"

namespace tunebench {

/// data_files_of the entry's path: for an entry that is held out, those to evaluate on.
Result<std::vector<std::filesystem::path>> files_of_entry(const WeightedFile& entry);

}  // namespace tunebench
