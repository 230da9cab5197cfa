// Prompts from a JSONL file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace tunebench::cli {

/// A row is a text, or an object with the text in "prompt" (its other members are not looked at, so that a
/// data file serves). Errors name file and line.
Result<std::vector<std::string>> read_prompts(const std::filesystem::path& file);

}  // namespace tunebench::cli
