// Where the bundled sample lies: beside the installed program, in the build tree, or in the sources.
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace tunebench::ui {

Result<std::filesystem::path> findSampleRun();

}  // namespace tunebench::ui
