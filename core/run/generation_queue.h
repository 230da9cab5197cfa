// GenerationQueue: requests to generate that wait for the worker thread. It takes them between jobs, or while
// a session is paused and waits for its next command.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>

#include "core/engine_api/engine.h"
#include "core/jobs/cancel_token.h"

namespace tunebench {

class GenerationQueue {
public:
    struct Waiting {
        std::int64_t number = 0;  // of the request
        GenerateRequest request = {};
        CancelToken token = {};
    };

    /// From any thread.
    void add(Waiting waiting);

    /// From any thread, after the session was told something: what is answered during its pause ends when the
    /// command `ends_pause`.
    void on_command(bool ends_pause);

    /// Worker only. The oldest; nothing when none waits, or when the session has a command to obey first.
    std::optional<Waiting> take(Session* paused);
    /// Worker only. What was taken is answered.
    void done();

    /// Worker only, inside a session that is paused. False when it has a command to obey.
    bool wait_for_work(Session& paused);

private:
    // Guarded by mutex_.
    std::mutex mutex_;
    std::deque<Waiting> waiting_;
    std::optional<CancelToken> visiting_;  // of what is answered during a pause

    std::condition_variable arrived_;
};

}  // namespace tunebench
