// RefreshPace: how long the live page waits between two pictures: as long as it takes for them, with all that
// the window's thread does besides, to cost training no more than its share of the processors.
#pragma once

#include <optional>

namespace tunebench::ui {

class RefreshPace {
public:
    static constexpr int kShortestMs = 100;  // nobody sees more
    static constexpr int kLongestMs = 3000;  // the page shall not seem to stand still
    /// Of all processors. Less than the hundredth that the page may cost: a picture is paid for one pause
    /// late.
    static constexpr double kMostCost = 0.008;

    explicit RefreshPace(int processors);
    RefreshPace();  // of this machine

    /// What was used until now belongs to something else: the page was not seen, or showed another run. The
    /// next picture comes soon.
    void reset();
    /// A picture begins; `processorMs` is what the thread has used of a processor since it began.
    void onPicture(double processorMs);
    /// Milliseconds from one picture to the next.
    int pauseMs() const { return pauseMs_; }

    /// Milliseconds of a processor that the calling thread has used, painting and all.
    static double processorMs();

private:
    int processors_;
    int pauseMs_ = kShortestMs;
    std::optional<double> before_;  // what the thread had used when the last picture began
};

}  // namespace tunebench::ui
