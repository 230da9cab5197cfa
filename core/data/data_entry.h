// An entry of data.train, a file or a folder of which all or some rows count, to examples.
#pragma once

#include "core/data/data_file.h"
#include "core/params/weighted_file.h"

namespace tunebench {

/// append_data_file for each file of the entry, in order; their paths follow in Dataset::files, and
/// `entry_index` in entry_of. Of a slice
/// only its rows are read, counted over all files. The entry's weight is the caller's to apply.
Result<void> append_data_entry(Dataset& dataset, const WeightedFile& entry, DataFileContext context,
                               std::int32_t entry_index = 0);

}  // namespace tunebench
