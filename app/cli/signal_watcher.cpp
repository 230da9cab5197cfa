#include "app/cli/signal_watcher.h"

#include <sys/signalfd.h>
#include <unistd.h>

namespace tunebench::cli {
namespace {

sigset_t watched_signals() {
    sigset_t signals = {};
    sigemptyset(&signals);
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, number);
    return signals;
}

}  // namespace

SignalWatcher::SignalWatcher() {
    const auto signals = watched_signals();
    pthread_sigmask(SIG_BLOCK, &signals, &before_);
    descriptor_ = signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

SignalWatcher::~SignalWatcher() {
    close(descriptor_);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

int SignalWatcher::take() {
    int count = 0;
    signalfd_siginfo info = {};
    while (read(descriptor_, &info, sizeof info) == sizeof info)
        ++count;
    return count;
}

}  // namespace tunebench::cli
