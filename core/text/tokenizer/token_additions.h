// Adding special tokens to a tokenizer: in memory, and in its files, of which nothing else changes.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/text/tokenizer/added_tokens.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

/// The special tokens that `names` become, with the ids after the tokenizer's last. InvalidArgument for a
/// name that is empty or very long, no UTF-8, named twice, or a token already, and for too many names.
Result<std::vector<AddedToken>> special_tokens(const Tokenizer& tokenizer,
                                               std::span<const std::string> names);

/// The tokenizer of a model's folder with `names` as special tokens; without names, Tokenizer::load. A
/// folder without a tokenizer.json is Unsupported then: there is no file to write the tokens into.
Result<Tokenizer> load_tokenizer_with(const std::filesystem::path& folder,
                                      std::span<const std::string> names);

/// The texts of tokenizer.json, and of tokenizer_config.json and special_tokens_map.json where the folder has
/// them, by name. Each keeps all of its bytes and has the tokens besides: in added_tokens; in
/// added_tokens_decoder and additional_special_tokens where the file has these. Unsupported for a folder
/// without tokenizer.json.
Result<std::map<std::string, std::string>> tokenizer_files_with(const std::filesystem::path& folder,
                                                                std::span<const AddedToken> additions);

/// Of the tokenizer.json beside an adapter, the tokens with ids from the last of `base` up to `rows`, which
/// are those that the adapter was trained with and the base lacks. None where there is no such file.
Result<std::vector<AddedToken>> tokens_beside(const std::filesystem::path& adapter, const Tokenizer& base,
                                              std::int64_t rows);

}  // namespace tunebench
