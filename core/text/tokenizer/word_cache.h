// The tokens of words seen before: text repeats most of its words.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "core/text/tokenizer/token_model.h"

namespace tunebench {

/// Safe to use from several threads, which never wait for each other to look a word up; bounded in words and
/// bytes. A hash table with open addressing: an entry, once it is in its slot, stays there and does not
/// change.
class WordCache {
public:
    WordCache();
    WordCache(const WordCache&) = delete;
    WordCache& operator=(const WordCache&) = delete;

    /// Appends the tokens of a known word; false for an unknown one.
    bool find(std::string_view word, std::vector<ModelToken>& tokens) const;

    /// Remembers a word while there is room, and unless it is long.
    void add(std::string_view word, const ModelToken* tokens, std::size_t count);

private:
    static constexpr int kSlotBits = 17;
    static constexpr std::size_t kMostWords = std::size_t{1} << 16;
    static constexpr std::size_t kLongestWord = 64;
    static constexpr std::size_t kMostProbes = 16;  // words whose hashes meet do not make looking up slow

    /// Followed by its tokens and its word: one place in memory to look at.
    struct Entry {
        std::uint64_t hash = 0;
        std::uint32_t word_bytes = 0;
        std::uint32_t tokens = 0;

        const ModelToken* first_token() const { return reinterpret_cast<const ModelToken*>(this + 1); }
        std::string_view word() const {
            return {reinterpret_cast<const char*>(first_token() + tokens), word_bytes};
        }
    };
    using Slot = std::atomic<const Entry*>;

    static std::uint64_t hash_of(std::string_view word);

    /// The entry of the word, or null and the free slot where it belongs (or a number beyond all).
    const Entry* entry_of(std::string_view word, std::uint64_t hash, std::size_t& free_slot) const;
    std::byte* room_for(std::size_t bytes);

    std::unique_ptr<Slot[]> slots_;

    std::mutex mutex_;                // for those who add
    std::atomic<std::size_t> words_;  // read without it
    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* block_end_ = nullptr;  // of the last block
    std::size_t free_bytes_ = 0;      // before it
};

}  // namespace tunebench
