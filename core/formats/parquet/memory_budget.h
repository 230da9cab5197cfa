// What the pages of all columns that are read side by side may hold together.
#pragma once

#include <cstddef>
#include <utility>

namespace tunebench::parquet {

class MemoryBudget {
public:
    explicit MemoryBudget(std::size_t bytes) : left_(bytes) {}
    MemoryBudget(const MemoryBudget&) = delete;
    MemoryBudget& operator=(const MemoryBudget&) = delete;

private:
    friend class MemoryShare;
    std::size_t left_;
};

/// A part of the budget, given back at its end. The budget outlives it.
class MemoryShare {
public:
    explicit MemoryShare(MemoryBudget& budget) : budget_(&budget) {}
    MemoryShare(MemoryShare&& other) noexcept
        : budget_(other.budget_), bytes_(std::exchange(other.bytes_, 0)) {}
    MemoryShare& operator=(MemoryShare&&) = delete;
    MemoryShare(const MemoryShare&) = delete;
    MemoryShare& operator=(const MemoryShare&) = delete;
    ~MemoryShare() { budget_->left_ += bytes_; }

    /// To that many bytes; false, and no change, when the budget has not enough.
    bool resize(std::size_t bytes) {
        if (bytes > budget_->left_ + bytes_)
            return false;
        budget_->left_ = budget_->left_ + bytes_ - bytes;
        bytes_ = bytes;
        return true;
    }

private:
    MemoryBudget* budget_;
    std::size_t bytes_ = 0;
};

}  // namespace tunebench::parquet
