#include "core/text/tokenizer/word_cache.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace tunebench {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10;
constexpr std::size_t kNoSlot = static_cast<std::size_t>(-1);
constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio

std::uint64_t load(const char* bytes, std::size_t count) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, count);
    return value;
}

std::uint64_t mixed(std::uint64_t value) {
    value *= kFactor;
    return value ^ value >> 32;
}

}  // namespace

WordCache::WordCache() : slots_(std::make_unique<Slot[]>(std::size_t{1} << kSlotBits)), words_(0) {}

std::uint64_t WordCache::hash_of(std::string_view word) {
    std::uint64_t hash = word.size();
    const char* at = word.data();
    std::size_t left = word.size();
    for (; left > 8; at += 8, left -= 8)
        hash = mixed(hash ^ load(at, 8));
    return mixed(mixed(hash ^ load(at, left)));
}

const WordCache::Entry* WordCache::entry_of(std::string_view word, std::uint64_t hash,
                                            std::size_t& free_slot) const {
    constexpr std::size_t kLast = (std::size_t{1} << kSlotBits) - 1;
    free_slot = kNoSlot;
    const auto first = static_cast<std::size_t>(hash >> (64 - kSlotBits));
    for (std::size_t probe = 0; probe < kMostProbes; ++probe) {
        const auto slot = (first + probe) & kLast;
        const auto* entry = slots_[slot].load(std::memory_order_acquire);
        if (!entry) {
            free_slot = slot;
            return nullptr;
        }
        if (entry->hash == hash && entry->word() == word)
            return entry;
    }
    return nullptr;
}

bool WordCache::find(std::string_view word, std::vector<ModelToken>& tokens) const {
    if (word.size() > kLongestWord)
        return false;
    std::size_t free_slot = kNoSlot;
    const auto* entry = entry_of(word, hash_of(word), free_slot);
    if (!entry)
        return false;
    tokens.insert(tokens.end(), entry->first_token(), entry->first_token() + entry->tokens);
    return true;
}

std::byte* WordCache::room_for(std::size_t bytes) {
    const auto whole = (bytes + alignof(Entry) - 1) / alignof(Entry) * alignof(Entry);
    if (whole > free_bytes_) {
        free_bytes_ = std::max(kBlockBytes, whole);
        blocks_.push_back(std::make_unique<std::byte[]>(free_bytes_));
        block_end_ = blocks_.back().get() + free_bytes_;
    }
    auto* room = block_end_ - free_bytes_;
    free_bytes_ -= whole;
    return room;
}

void WordCache::add(std::string_view word, const ModelToken* tokens, std::size_t count) {
    if (word.size() > kLongestWord || words_.load(std::memory_order_relaxed) >= kMostWords)
        return;
    const std::lock_guard lock(mutex_);
    const auto hash = hash_of(word);
    std::size_t slot = kNoSlot;
    if (entry_of(word, hash, slot) || slot == kNoSlot)
        return;
    auto* room = room_for(sizeof(Entry) + count * sizeof(ModelToken) + word.size());
    const auto* entry = new (room) Entry{.hash = hash,
                                         .word_bytes = static_cast<std::uint32_t>(word.size()),
                                         .tokens = static_cast<std::uint32_t>(count)};
    if (count > 0)
        std::memcpy(room + sizeof(Entry), tokens, count * sizeof(ModelToken));
    std::memcpy(room + sizeof(Entry) + count * sizeof(ModelToken), word.data(), word.size());
    slots_[slot].store(entry, std::memory_order_release);
    words_.fetch_add(1, std::memory_order_relaxed);
}

}  // namespace tunebench
