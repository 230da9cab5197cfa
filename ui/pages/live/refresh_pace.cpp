#include "ui/pages/live/refresh_pace.h"

#include <algorithm>
#include <ctime>

#include <QThread>

namespace tunebench::ui {

RefreshPace::RefreshPace(int processors) : processors_(std::max(processors, 1)) {}

RefreshPace::RefreshPace() : RefreshPace(QThread::idealThreadCount()) {}

void RefreshPace::reset() {
    before_.reset();
    pauseMs_ = kShortestMs;
}

void RefreshPace::onPicture(double processorMs) {
    if (before_) {
        const double least = (processorMs - *before_) / (kMostCost * processors_);
        pauseMs_ = static_cast<int>(std::clamp<double>(least, kShortestMs, kLongestMs));
    }
    before_ = processorMs;
}

double RefreshPace::processorMs() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

}  // namespace tunebench::ui
