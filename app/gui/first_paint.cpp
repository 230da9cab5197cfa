#include "app/gui/first_paint.h"

#include <cstdio>
#include <ctime>
#include <fstream>
#include <limits>
#include <string>
#include <unistd.h>

#include <QApplication>
#include <QTimer>
#include <QWidget>

namespace tunebench {
namespace {

/// Field 22 of /proc/self/stat: when the process was started, in clock ticks since the machine was.
double start_seconds() {
    std::ifstream stat("/proc/self/stat");
    stat.ignore(std::numeric_limits<std::streamsize>::max(), ')');
    std::string skipped;
    constexpr int kFieldsBetween = 19;
    for (int i = 0; i < kFieldsBetween; ++i)
        stat >> skipped;
    double ticks = 0;
    stat >> ticks;
    return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double seconds_since_boot() {
    timespec now = {};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

class FirstPaint : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint && !is_done_) {
            is_done_ = true;
            // The paint event comes before the pixels: after it, all children have been painted too.
            QTimer::singleShot(0, this, [] {
                std::printf("%.0f\n", 1000.0 * (seconds_since_boot() - start_seconds()));
                QApplication::quit();
            });
        }
        return false;
    }

private:
    bool is_done_ = false;
};

}  // namespace

void exit_after_first_paint(QWidget& window) {
    window.installEventFilter(new FirstPaint(&window));
}

}  // namespace tunebench
