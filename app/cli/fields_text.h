// The fields of a run file, for the end of `run --help`.
#pragma once

#include <string>

namespace tunebench::cli {

/// A line a field: its name, what it does, its values.
std::string fields_text();

}  // namespace tunebench::cli
