// KeptBlocks: memory of freed tensors that the next one of the same size takes over.
#pragma once

#include <cstdlib>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace tunebench {

class KeptBlocks {
public:
    void* take(std::size_t size) {
        const std::lock_guard lock(mutex_);
        const auto it = blocks_.find(size);
        if (it == blocks_.end() || it->second.empty())
            return nullptr;
        void* block = it->second.back();
        it->second.pop_back();
        bytes_ -= size;
        return block;
    }

    /// False when keeping it would pass `limit` bytes: the caller frees it.
    bool keep(void* block, std::size_t size, std::size_t limit) {
        const std::lock_guard lock(mutex_);
        if (bytes_ + size > limit)
            return false;
        blocks_[size].push_back(block);
        bytes_ += size;
        return true;
    }

    std::size_t bytes() const {
        const std::lock_guard lock(mutex_);
        return bytes_;
    }

    void release() {
        const std::lock_guard lock(mutex_);
        for (auto& [size, blocks] : blocks_)
            for (void* block : blocks)
                std::free(block);
        blocks_.clear();
        bytes_ = 0;
    }

private:
    mutable std::mutex mutex_;
    std::unordered_map<std::size_t, std::vector<void*>> blocks_;  // guarded by mutex_
    std::size_t bytes_ = 0;                                       // guarded by mutex_
};

}  // namespace tunebench
