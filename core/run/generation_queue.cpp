#include "core/run/generation_queue.h"

#include <utility>

namespace tunebench {

void GenerationQueue::add(Waiting waiting) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(waiting));
    }
    arrived_.notify_all();
}

void GenerationQueue::on_command(bool ends_pause) {
    {
        // The session has the command already: whoever takes a request after this sees it.
        const std::lock_guard lock(mutex_);
        if (ends_pause && visiting_)
            visiting_->cancel();
    }
    arrived_.notify_all();
}

std::optional<GenerationQueue::Waiting> GenerationQueue::take(Session* paused) {
    const std::lock_guard lock(mutex_);
    if (waiting_.empty() || (paused && paused->has_command()))
        return std::nullopt;
    auto next = std::move(waiting_.front());
    waiting_.pop_front();
    if (paused)
        visiting_ = next.token;
    return next;
}

void GenerationQueue::done() {
    const std::lock_guard lock(mutex_);
    visiting_.reset();
}

bool GenerationQueue::wait_for_work(Session& paused) {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return paused.has_command() || !waiting_.empty(); });
    return !paused.has_command();
}

}  // namespace tunebench
