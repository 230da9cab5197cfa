// The header of an entry of the token cache: everything but the examples.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/data/token_cache.h"

namespace tunebench {

/// A line with the hash of the rest, and JSON.
std::string token_cache_header(const CachedData& data, const TokenFileSums& sums);

struct TokenCacheHeader {
    CachedData data = {};  // without examples
    TokenFileSums sums = {};
};

/// Corrupt where a byte of it changed, or another version wrote it. `source` is what errors call it.
Result<TokenCacheHeader> read_token_cache_header(std::string_view text, const std::string& source);

}  // namespace tunebench
