// The folder that an export is written to.
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace tunebench {

/// Made when missing, with its parents. Io when that fails, naming the folder.
Result<void> make_export_folder(const std::filesystem::path& folder);

}  // namespace tunebench
