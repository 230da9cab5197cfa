// CancelToken: a copyable flag that belongs to one job, never to a thread. Created with the job, so that a
// cancel that arrives before the job starts is not lost.
#pragma once

#include <atomic>
#include <memory>

namespace tunebench {

class CancelToken {
public:
    void cancel() { flag_->store(true, std::memory_order_release); }
    bool is_cancelled() const { return flag_->load(std::memory_order_acquire); }

private:
    std::shared_ptr<std::atomic<bool>> flag_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace tunebench
