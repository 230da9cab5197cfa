#include "core/run/host_mailbox.h"

#include <cmath>
#include <utility>

namespace tunebench {
namespace {

const StepDone* step_of(const HostEvent& event) {
    const auto* run_event = std::get_if<HostRunEvent>(&event);
    return run_event ? std::get_if<StepDone>(&run_event->event) : nullptr;
}

}  // namespace

bool HostMailbox::push(HostEvent event) {
    const std::lock_guard lock(mutex_);
    steps_ += step_of(event) ? 1 : 0;
    events_.push_back(std::move(event));
    if (steps_ > kMaxWaitingSteps)
        thin_out();
    return events_.size() == 1;
}

std::vector<HostEvent> HostMailbox::take_all() {
    const std::lock_guard lock(mutex_);
    steps_ = 0;
    return std::exchange(events_, {});
}

/// Drops every second step; those that a person must see (not finite) stay, and so does the newest.
void HostMailbox::thin_out() {
    std::vector<HostEvent> kept;
    kept.reserve(events_.size());
    std::size_t seen = 0;
    std::size_t left = 0;
    for (auto& event : events_) {
        const auto* step = step_of(event);
        const bool is_last = &event == &events_.back();
        if (step && ++seen % 2 == 1 && std::isfinite(step->loss) && !is_last)
            continue;
        left += step ? 1 : 0;
        kept.push_back(std::move(event));
    }
    events_ = std::move(kept);
    steps_ = left;
}

}  // namespace tunebench
