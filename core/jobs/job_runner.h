// JobRunner: one worker thread that runs jobs one after the other. Public functions are called from any
// thread but the worker; only a job and its `failed` run on the worker. The one place where an exception
// becomes an Error.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "core/base/result.h"
#include "core/jobs/cancel_token.h"

namespace tunebench {

class JobRunner {
public:
    /// A job that was cancelled before its turn runs all the same: it answers for itself.
    using Job = std::function<void(const CancelToken&)>;
    /// Called when the job threw.
    using Failed = std::function<void(Error)>;

    JobRunner();
    ~JobRunner();  // cancels every job, lets each run to its end, joins

    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    CancelToken start(Job job, Failed failed);

    /// Cancels the running job and those that wait.
    void cancel_all();

private:
    struct Entry {
        Job job = {};
        Failed failed = {};
        CancelToken token = {};
    };

    void work();
    static void run_one(const Entry& entry);

    // Shared; guarded by mutex_.
    std::mutex mutex_;
    std::condition_variable ready_;
    std::deque<Entry> queue_;
    std::optional<CancelToken> running_;
    bool closing_ = false;

    std::thread thread_;  // last: starts when everything above exists
};

}  // namespace tunebench
