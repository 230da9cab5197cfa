// Prompts from a JSONL file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace tunebench::cli {

struct Prompt {
    std::string text = {};
    std::optional<std::string> second_text = {};  // of a pair
};

/// A row is a text, or an object with the text in "prompt" or "text", and, of a pair, the other one in
/// "text_pair" (its other members are not looked at, so that a data file serves). Either every row has that
/// or none. Errors name file and line.
Result<std::vector<Prompt>> read_prompts(const std::filesystem::path& file);

}  // namespace tunebench::cli
