// The tokens of words seen before: text repeats most of its words.
#pragma once

#include <array>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/tokenizer/token_model.h"

namespace tunebench {

/// Safe to use from several threads; bounded in words and bytes.
class WordCache {
public:
    /// Appends the tokens of a known word; false for an unknown one.
    bool find(std::string_view word, std::vector<ModelToken>& tokens) const;

    /// Remembers a word while there is room, and unless it is long.
    void add(std::string_view word, const ModelToken* tokens, std::size_t count);

private:
    static constexpr std::size_t kShards = 16;
    static constexpr std::size_t kWordsPerShard = 4096;
    static constexpr std::size_t kLongestWord = 64;

    struct WordHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
    };

    // Threads that look for different words seldom wait for each other.
    struct Shard {
        mutable std::mutex mutex = {};
        std::unordered_map<std::string, std::vector<ModelToken>, WordHash, std::equal_to<>> words = {};
    };

    static std::size_t shard_of(std::string_view word) { return (WordHash()(word) >> 48) % kShards; }

    std::array<Shard, kShards> shards_;
};

}  // namespace tunebench
