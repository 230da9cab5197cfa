#include "core/run/run_control.h"

#include <utility>

namespace tunebench {

void RunControl::command(Command command) {
    const std::lock_guard lock(mutex_);
    if (ended_)
        return;
    if (session_) {
        session_->command(std::move(command));
        return;
    }
    if (std::holds_alternative<StopCommand>(command) || std::holds_alternative<DiscardCommand>(command))
        preparation_.cancel();
    early_.push_back(std::move(command));
}

void RunControl::attach(Session& session) {
    const std::lock_guard lock(mutex_);
    session_ = &session;
    for (auto& command : std::exchange(early_, {}))
        session.command(std::move(command));
}

void RunControl::detach() {
    const std::lock_guard lock(mutex_);
    session_ = nullptr;
    ended_ = true;
}

}  // namespace tunebench
