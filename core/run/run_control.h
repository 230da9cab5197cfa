// RunControl: the way of commands to a session that may not exist yet. What comes before the session does
// waits for it; an early stop ends the preparation.
#pragma once

#include <mutex>
#include <vector>

#include "core/engine_api/engine.h"
#include "core/jobs/cancel_token.h"

namespace tunebench {

class RunControl {
public:
    /// From any thread.
    void command(Command command);

    /// Set when a stop came before the session.
    const CancelToken& preparation() const { return preparation_; }

    /// Worker only: from now on commands go to `session`, the early ones first, until detach().
    void attach(Session& session);
    void detach();

private:
    CancelToken preparation_;  // guards itself

    // Guarded by mutex_.
    std::mutex mutex_;
    Session* session_ = nullptr;
    std::vector<Command> early_;
    bool ended_ = false;
};

}  // namespace tunebench
