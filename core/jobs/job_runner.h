// JobRunner: one worker thread that runs jobs one after the other. Public functions are called from any
// thread but the worker; only a job and its `failed` run on the worker. The one place where an exception
// becomes an Error.
#pragma once

#include <chrono>
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

    /// Done once on the worker when no job came for so long after one.
    struct WhenIdle {
        std::chrono::milliseconds after = {};
        std::function<void()> act = {};  // must not throw; may be empty
    };

    JobRunner() : JobRunner(WhenIdle{}) {}
    explicit JobRunner(WhenIdle when_idle);
    ~JobRunner();  // cancels every job, lets each run to its end, joins

    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    CancelToken start(Job job, Failed failed);

    /// Cancels the running job and those that wait.
    void cancel_all();

    /// Does a job here and now, and calls `failed` when it throws: for work within a job that answers for
    /// itself.
    static void run(const Job& job, const Failed& failed, const CancelToken& token);

private:
    struct Entry {
        Job job = {};
        Failed failed = {};
        CancelToken token = {};
    };

    void work();
    void wait_for_job(std::unique_lock<std::mutex>& lock, bool has_worked);

    // Immutable after construction.
    const WhenIdle when_idle_;

    // Shared; guarded by mutex_.
    std::mutex mutex_;
    std::condition_variable ready_;
    std::deque<Entry> queue_;
    std::optional<CancelToken> running_;
    bool closing_ = false;

    std::thread thread_;  // last: starts when everything above exists
};

}  // namespace tunebench
