#include "core/run/entry_files.h"

#include "core/formats/rows/data_files.h"

namespace tunebench {

Result<std::vector<std::filesystem::path>> files_of_entry(const WeightedFile& entry) {
    return data_files_of(entry.path, entry.is_held_out ? DataUse::Evaluation : DataUse::Training);
}

}  // namespace tunebench
