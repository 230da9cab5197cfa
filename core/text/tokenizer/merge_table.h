// Which two neighbouring tokens merge, into what, and how early.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tunebench {

struct BpeMerge {
    std::uint32_t rank = 0;  // the lowest of a word goes first
    std::int32_t id = -1;    // of the merged token
};

/// A hash table of pairs of ids (open addressing), read millions of times a second.
class MergeTable {
public:
    explicit MergeTable(std::size_t merges);

    /// At most as many pairs as the constructor was told. A pair set twice keeps the later merge.
    void set(std::int32_t left, std::int32_t right, BpeMerge merge);

    /// Null when the two do not merge.
    const BpeMerge* find(std::int32_t left, std::int32_t right) const {
        const Slot& slot = slots_[slot_of(key(left, right))];
        return slot.merge.id < 0 ? nullptr : &slot.merge;
    }

private:
    struct Slot {
        std::uint64_t key = 0;
        BpeMerge merge = {};  // id -1: the slot is free
    };

    static std::uint64_t key(std::int32_t left, std::int32_t right) {
        return static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32 |
               static_cast<std::uint32_t>(right);
    }

    /// The slot that holds the key, or the free one where it belongs.
    std::size_t slot_of(std::uint64_t key) const {
        std::size_t slot = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15) >> shift_);
        while (slots_[slot].merge.id >= 0 && slots_[slot].key != key)
            slot = (slot + 1) & (slots_.size() - 1);
        return slot;
    }

    std::vector<Slot> slots_;  // a power of two, at most half of them taken
    int shift_ = 64;
};

}  // namespace tunebench
