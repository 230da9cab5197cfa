// KeptBlocks: memory of freed tensors that the next one of the same size takes over.
#pragma once

#include <algorithm>
#include <iterator>
#include <list>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "core/engine/memory/memory_block.h"

namespace tunebench {

class KeptBlocks {
public:
    void* take(std::size_t size) {
        const std::lock_guard lock(mutex_);
        const auto it = by_size_.find(size);
        if (it == by_size_.end() || it->second.empty())
            return nullptr;
        const auto place = it->second.back();
        it->second.pop_back();
        return remove(place);
    }

    /// False when keeping it would pass `limit` bytes: the caller frees it.
    bool keep(void* block, std::size_t size, std::size_t limit) {
        const std::lock_guard lock(mutex_);
        if (bytes_ + size > limit)
            return false;
        blocks_.push_back({block, size});
        by_size_[size].push_back(std::prev(blocks_.end()));
        bytes_ += size;
        return true;
    }

    std::size_t bytes() const {
        const std::lock_guard lock(mutex_);
        return bytes_;
    }

    /// Frees those that nobody took for longest, until at most `limit` bytes are kept.
    void shrink(std::size_t limit) {
        const std::lock_guard lock(mutex_);
        while (bytes_ > limit) {
            const auto oldest = blocks_.begin();
            auto& same = by_size_[oldest->size];
            same.erase(std::find(same.begin(), same.end(), oldest));
            const auto size = oldest->size;
            free_block(remove(oldest), size);
        }
    }

    void release() { shrink(0); }

private:
    struct Block {
        void* memory = nullptr;
        std::size_t size = 0;
    };
    using Place = std::list<Block>::iterator;

    void* remove(Place place) {
        void* memory = place->memory;
        bytes_ -= place->size;
        blocks_.erase(place);
        return memory;
    }

    mutable std::mutex mutex_;
    // Guarded by mutex_.
    std::list<Block> blocks_;  // the oldest first
    std::unordered_map<std::size_t, std::vector<Place>> by_size_;
    std::size_t bytes_ = 0;
};

}  // namespace tunebench
