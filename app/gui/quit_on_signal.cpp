#include "app/gui/quit_on_signal.h"

#include <array>
#include <csignal>
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

#include <QApplication>
#include <QSocketNotifier>

namespace tunebench {
namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};

// All that a signal handler may touch.
volatile std::sig_atomic_t event_descriptor = -1;

void note_signal(int /*number*/) {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(event_descriptor, &one, sizeof one);
}

}  // namespace

QuitOnSignal::QuitOnSignal() {
    event_descriptor = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    notifier_ = new QSocketNotifier(event_descriptor, QSocketNotifier::Read, this);
    // exit, not quit: quit asks the windows, and nobody may be there to answer.
    connect(notifier_, &QSocketNotifier::activated, this, [] { QApplication::exit(0); });
    // Handled, not blocked: programs that the window starts would inherit what is blocked.
    struct sigaction action = {};
    action.sa_handler = note_signal;
    action.sa_flags = SA_RESTART;
    for (const int number : kSignals)
        sigaction(number, &action, nullptr);
}

QuitOnSignal::~QuitOnSignal() {
    for (const int number : kSignals)
        std::signal(number, SIG_DFL);
    close(event_descriptor);
}

}  // namespace tunebench
