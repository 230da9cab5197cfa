// SignalWatcher: Ctrl-C, SIGTERM and a closed terminal as something to wait for, instead of something that
// happens in the middle of any instruction. Make it before any other thread: threads inherit what is blocked.
#pragma once

#include <csignal>

namespace tunebench::cli {

class SignalWatcher {
public:
    SignalWatcher();
    ~SignalWatcher();  // the signals act again as before

    SignalWatcher(const SignalWatcher&) = delete;
    SignalWatcher& operator=(const SignalWatcher&) = delete;

    int descriptor() const { return descriptor_; }  // readable when a signal has come; for poll()

    /// Signals that have come since the last call; several of one kind in a moment may count as one.
    int take();

private:
    sigset_t before_ = {};
    int descriptor_ = -1;
};

}  // namespace tunebench::cli
