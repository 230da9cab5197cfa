// Where a model's folder keeps its tokenizer.
#pragma once

#include <filesystem>
#include <optional>

#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench {

struct TokenizerDescription {
    Json json = {};                   // in the form of a tokenizer.json
    std::filesystem::path file = {};  // that it was read from
};

/// The file that describe_tokenizer would read in a model's folder; none where there is no tokenizer.
std::optional<std::filesystem::path> find_tokenizer_file(const std::filesystem::path& model_folder);

/// From the folder's tokenizer.json, with what its tokenizer_config.json adds (named_tokens.h,
/// begin_and_end.h), or else from a vocabulary that stands in its place; or from one of these files.
/// NotFound for a folder without any, Corrupt or Unsupported for a file that cannot be used.
Result<TokenizerDescription> describe_tokenizer(const std::filesystem::path& model_folder_or_file);

}  // namespace tunebench
