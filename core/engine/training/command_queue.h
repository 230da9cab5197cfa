// CommandQueue: commands from any thread to the session, which takes them between optimizer steps.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

#include "core/engine_api/engine.h"

namespace tunebench {

class CommandQueue {
public:
    void push(Command command) {
        {
            const std::lock_guard lock(mutex_);
            commands_.push_back(std::move(command));
        }
        arrived_.notify_one();
    }

    /// The oldest command; nothing when there is none.
    std::optional<Command> take() {
        const std::lock_guard lock(mutex_);
        return take_front();
    }

    /// Waits for one.
    Command wait() {
        std::unique_lock lock(mutex_);
        arrived_.wait(lock, [this] { return !commands_.empty(); });
        return *take_front();
    }

    bool is_empty() {
        const std::lock_guard lock(mutex_);
        return commands_.empty();
    }

    /// Whether the session shall end soon: asked inside long evaluations.
    bool wants_end() {
        const std::lock_guard lock(mutex_);
        for (const auto& command : commands_)
            if (std::holds_alternative<StopCommand>(command) ||
                std::holds_alternative<DiscardCommand>(command))
                return true;
        return false;
    }

private:
    std::optional<Command> take_front() {
        if (commands_.empty())
            return std::nullopt;
        auto command = std::move(commands_.front());
        commands_.pop_front();
        return command;
    }

    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Command> commands_;  // guarded by mutex_
};

}  // namespace tunebench
