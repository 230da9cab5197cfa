// The columns of a data file, for forms that let people choose among them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

/// The columns that the first rows have, in the order of the file; of a folder those of its first data file.
/// None for documents, which have no columns to choose from. Rows that cannot be read are passed over.
Result<std::vector<std::string>> columns_of(const std::filesystem::path& path);

}  // namespace tunebench
