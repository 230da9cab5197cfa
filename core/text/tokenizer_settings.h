// tokenizer_config.json and the older special_tokens_map.json beside it, as one.
#pragma once

#include <filesystem>

#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench {

/// The content of a folder's tokenizer_config.json, as transformers completes it: where it has no
/// "added_tokens_decoder", the tokens that special_tokens_map.json names take the place of its own, and
/// additional special tokens join them. Files that do not exist say nothing. Errors of read_json_file.
Result<Json> read_tokenizer_settings(const std::filesystem::path& folder);

}  // namespace tunebench
