#include "app/cli/run_signals.h"

namespace tunebench::cli {
namespace {

constexpr std::chrono::seconds kSure{10};  // between the two that discard

}  // namespace

std::vector<RunWish> RunSignals::take() {
    std::vector<RunWish> wishes;
    for (const int number : signals_.take_numbers())
        wishes.push_back(number == SIGUSR1   ? RunWish{SaveCommand{}, "Saving after this step."}
                         : number == SIGUSR2 ? pause_or_go_on()
                                             : discard());
    return wishes;
}

RunWish RunSignals::pause_or_go_on() {
    is_paused_ = !is_paused_;
    if (is_paused_)
        return {PauseCommand{},
                "Pausing after this step; SIGUSR2 once more goes on, Ctrl-C saves and stops."};
    return {ResumeCommand{}, "Going on."};
}

RunWish RunSignals::discard() {
    const auto now = std::chrono::steady_clock::now();
    const bool is_sure = now < sure_until_;
    sure_until_ = now + kSure;
    if (is_sure)
        return {DiscardCommand{}, "Discarding the run."};
    return {{}, "Ctrl-\\ once more discards what the run has learned, its checkpoints too; its curves stay."};
}

}  // namespace tunebench::cli
