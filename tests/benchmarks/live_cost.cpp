// tunebench-live-cost [STEPS-A-SECOND [SECONDS]]: what the live page takes from training. A run of the fake
// engine is watched in the window, every chart drawn, with 20 steps a second and for 60 seconds by default.
// What counts is the processor time of the thread that draws, of all the processors that training would have;
// before it the run has gone on for a third of that time. Exit code 1 where it is more than 1 %.
//   for scale in 1 2; do QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=$scale tunebench-live-cost; done
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <QApplication>
#include <QTest>
#include <QThread>

#include "tests/ui/support/opened_window.h"
#include "ui/pages/live/run_header.h"
#include "ui/pages/live_page.h"
#include "ui/theme/theme.h"

namespace {

using namespace tunebench::ui;

constexpr double kGoal = 0.01;
constexpr std::int64_t kEndless = 100'000'000;

double processor_seconds_of_this_thread() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

bool measure(test::OpenedWindow& opened, int seconds) {
    QTest::qWait(seconds * 1000 / 3);
    const auto points = opened.window().livePage()->state().loss.steps.size();
    const double before = processor_seconds_of_this_thread();
    const auto begin = std::chrono::steady_clock::now();
    QTest::qWait(seconds * 1000);
    const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const double used = processor_seconds_of_this_thread() - before;
    const double share = used / (wall * QThread::idealThreadCount());
    const auto shown = opened.window().livePage()->state().loss.steps.size() - points;
    std::printf("%zu steps in %.0f s: drawing took %.2f s of a processor, %.2f %% of %d\n", shown, wall, used,
                100.0 * share, QThread::idealThreadCount());
    return shown > 0 && share <= kGoal;
}

}  // namespace

int main(int count, char** arguments) {
    QApplication application(count, arguments);
    const int steps = std::max(count > 1 ? std::atoi(arguments[1]) : 20, 1);
    const int seconds = std::max(count > 2 ? std::atoi(arguments[2]) : 60, 3);
    installTheme(application, ThemeChoice::Light);
    test::OpenedWindow opened({.step_duration = std::chrono::microseconds(1'000'000 / steps)});
    opened.window().resize(1920, 1080);
    opened.openTinyRun(kEndless);
    if (!opened.startAndWaitForPoints(2)) {
        std::fprintf(stderr, "The run did not start\n");
        return EXIT_FAILURE;
    }
    const bool isCheap = measure(opened, seconds);
    opened.window().livePage()->header()->stop();
    static_cast<void>(opened.waitUntilFinished());
    return isCheap ? EXIT_SUCCESS : EXIT_FAILURE;
}
