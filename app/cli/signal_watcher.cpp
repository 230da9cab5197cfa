#include "app/cli/signal_watcher.h"

#include <sys/signalfd.h>
#include <unistd.h>

namespace tunebench::cli {
namespace {

sigset_t set_of(std::initializer_list<int> numbers) {
    sigset_t signals = {};
    sigemptyset(&signals);
    for (const int number : numbers)
        sigaddset(&signals, number);
    return signals;
}

}  // namespace

SignalWatcher::SignalWatcher(std::initializer_list<int> numbers) {
    const auto signals = set_of(numbers);
    pthread_sigmask(SIG_BLOCK, &signals, &before_);
    descriptor_ = signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

SignalWatcher::~SignalWatcher() {
    close(descriptor_);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

std::vector<int> SignalWatcher::take_numbers() {
    std::vector<int> numbers;
    signalfd_siginfo info = {};
    while (read(descriptor_, &info, sizeof info) == sizeof info)
        numbers.push_back(static_cast<int>(info.ssi_signo));
    return numbers;
}

}  // namespace tunebench::cli
