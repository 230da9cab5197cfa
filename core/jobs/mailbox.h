// Mailbox<T>: the door from one thread to another. Keeps every message in order and asks for one wake-up per
// batch, so that a fast producer cannot flood the consumer's event loop.
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace tunebench {

template <class T>
class Mailbox {
public:
    /// Returns true when the box was empty: the caller must then wake the consumer.
    bool push(T message) {
        const std::lock_guard lock(mutex_);
        messages_.push_back(std::move(message));
        return messages_.size() == 1;
    }

    std::vector<T> take_all() {
        const std::lock_guard lock(mutex_);
        return std::exchange(messages_, {});
    }

private:
    std::mutex mutex_;
    std::vector<T> messages_;  // guarded by mutex_
};

}  // namespace tunebench
