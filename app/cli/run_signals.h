// RunSignals: what can be asked of a run in the terminal besides stopping it: SIGUSR1 saves, SIGUSR2 pauses
// and goes on, Ctrl-\ twice discards. Make it before any other thread: threads inherit what is blocked.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "app/cli/signal_watcher.h"
#include "core/engine_api/engine.h"

namespace tunebench::cli {

struct RunWish {
    std::optional<tunebench::Command> command = {};  // none: it is to be asked for once more
    std::string_view note;                           // what is said of it
};

class RunSignals {
public:
    /// What has been asked for since the last call.
    std::vector<RunWish> take();

private:
    RunWish pause_or_go_on();
    RunWish discard();

    SignalWatcher signals_{SIGUSR1, SIGUSR2, SIGQUIT};
    bool is_paused_ = false;  // as far as it was asked for
    std::chrono::steady_clock::time_point sure_until_ = {};
};

}  // namespace tunebench::cli
