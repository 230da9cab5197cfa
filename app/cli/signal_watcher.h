// SignalWatcher: Ctrl-C, SIGTERM and a closed terminal as something to wait for, instead of something that
// happens in the middle of any instruction. Make it before any other thread: threads inherit what is blocked.
#pragma once

#include <csignal>
#include <initializer_list>
#include <vector>

namespace tunebench::cli {

class SignalWatcher {
public:
    explicit SignalWatcher(std::initializer_list<int> numbers = {SIGINT, SIGTERM, SIGHUP});
    ~SignalWatcher();  // the signals act again as before

    SignalWatcher(const SignalWatcher&) = delete;
    SignalWatcher& operator=(const SignalWatcher&) = delete;

    int descriptor() const { return descriptor_; }  // readable when a signal has come; for poll()

    /// The numbers of signals that have come since the last call; several of one kind in a moment may count
    /// as one.
    std::vector<int> take_numbers();
    /// How many they are.
    int take() { return static_cast<int>(take_numbers().size()); }

private:
    sigset_t before_ = {};
    int descriptor_ = -1;
};

}  // namespace tunebench::cli
