// The key of an entry of the token cache: a hash of all that the tokens of data depend on.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/params/weighted_file.h"
#include "core/run/run_config.h"
#include "core/run/run_folder.h"

namespace tunebench {

/// What the run knows and the data does not.
struct TokenSource {
    std::string tokenizer = {};    // a hash of the model's files that say how text becomes tokens
    FileHashes known_hashes = {};  // of files that were hashed just now, and need not be once more
};

/// Configuration, tokenizer and chat template of the model, and the settings of the run's section "model".
/// NotFound and Io for what cannot be read.
Result<TokenSource> token_source_of(const RunConfig& config, FileHashes known_hashes = {});

/// The size of the entries' files.
Result<std::uint64_t> data_bytes_of(std::span<const WeightedFile> entries);

struct TokenCacheKey {
    std::string text = {};  // 64 hexadecimal digits
    std::vector<std::string> stamps =
        {};  // size and time of each file: whether one changed while it was read
};

/// Of the entries, with content of their files, slices, order, the settings of `data` that rows are read by,
/// and `labels`. Weights and validation_share are not among them: they are applied to what the cache holds. A
/// key belongs to one build of the program.
Result<TokenCacheKey> token_cache_key(std::span<const WeightedFile> entries, const DataSection& data,
                                      const Json& labels, const TokenSource& source);

/// InvalidArgument when a file changed since the key was made.
Result<void> check_unchanged(std::span<const WeightedFile> entries, const TokenCacheKey& key);

}  // namespace tunebench
