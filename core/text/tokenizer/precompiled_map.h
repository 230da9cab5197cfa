// SentencePiece's "precompiled_charsmap": texts and what each is replaced by, in a double-array trie (Aoe
// 1989, in the layout of the library Darts-clone).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

/// Immutable after parsing, threads may share one.
class PrecompiledMap {
public:
    /// The length of the trie in bytes (32 bits, little endian), the trie, and replacements that each end
    /// with a zero byte. Corrupt where the lengths do not fit or the replacements are no UTF-8.
    static Result<PrecompiledMap> parse(std::string_view bytes);

    /// What stands for the shortest start of `text` that the map knows, which the reference then puts in the
    /// place of the whole text; nothing where it knows none.
    std::optional<std::string_view> replacement(std::string_view text) const;

private:
    PrecompiledMap() = default;

    std::optional<std::size_t> find_shortest(std::string_view text) const;

    std::vector<std::uint32_t> units_;
    std::string replacements_;
};

}  // namespace tunebench
