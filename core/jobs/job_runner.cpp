#include "core/jobs/job_runner.h"

#include <exception>
#include <new>
#include <utility>

#include <fmt/format.h>

namespace tunebench {
namespace {

Error unexpected(std::string_view what) {
    return {.code = ErrorCode::Internal,
            .message = "An unexpected error ended the work",
            .hint = fmt::format("This is a defect of Tunebench; please report it with this text: {}", what)};
}

Error out_of_memory() {
    return {.code = ErrorCode::OutOfMemory,
            .message = "The machine has not enough free memory for this",
            .hint =
                "Close other programs, or choose a smaller batch, a shorter maximum length or gradient "
                "checkpointing."};
}

}  // namespace

JobRunner::JobRunner() : thread_([this] { work(); }) {}

JobRunner::~JobRunner() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    cancel_all();
    ready_.notify_one();
    thread_.join();
}

CancelToken JobRunner::start(Job job, Failed failed) {
    CancelToken token;
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back({std::move(job), std::move(failed), token});
    }
    ready_.notify_one();
    return token;
}

void JobRunner::cancel_all() {
    const std::lock_guard lock(mutex_);
    for (auto& entry : queue_)
        entry.token.cancel();
    if (running_)
        running_->cancel();
}

void JobRunner::work() {
    for (;;) {
        Entry entry;
        {
            std::unique_lock lock(mutex_);
            running_.reset();
            ready_.wait(lock, [this] { return closing_ || !queue_.empty(); });
            if (queue_.empty())
                return;
            entry = std::move(queue_.front());
            queue_.pop_front();
            running_ = entry.token;
        }
        run_one(entry);
    }
}

void JobRunner::run_one(const Entry& entry) {
    try {
        entry.job(entry.token);
    } catch (const std::bad_alloc&) {
        entry.failed(out_of_memory());
    } catch (const std::exception& exception) {
        entry.failed(unexpected(exception.what()));
    } catch (...) {
        entry.failed(unexpected("unknown"));
    }
}

}  // namespace tunebench
