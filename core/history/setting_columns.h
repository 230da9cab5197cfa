// Settings of runs as columns, by the names that they have in the run file, "method.rank".
#pragma once

#include <vector>

#include "core/history/run_column.h"

namespace tunebench {

/// Those of every section, and of every method, optimizer and schedule, each once.
std::vector<RunColumn> setting_columns();

}  // namespace tunebench
