#include "core/run/host_mailbox.h"

#include <cmath>
#include <utility>

namespace tunebench {
namespace {

enum class Kind { Rare, Frequent, NotFinite };

/// What comes all the time, and what of it a person must see.
Kind kind_of(const HostEvent& event) {
    const auto* run_event = std::get_if<HostRunEvent>(&event);
    if (!run_event)
        return Kind::Rare;
    if (const auto* step = std::get_if<StepDone>(&run_event->event))
        return std::isfinite(step->loss) ? Kind::Frequent : Kind::NotFinite;
    return std::holds_alternative<MetricsMeasured>(run_event->event) ? Kind::Frequent : Kind::Rare;
}

}  // namespace

bool HostMailbox::push(HostEvent event) {
    const std::lock_guard lock(mutex_);
    steps_ += kind_of(event) == Kind::Rare ? 0 : 1;
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

/// Drops every second step and measurement; steps that a person must see (not finite) stay, and so does the
/// newest.
void HostMailbox::thin_out() {
    std::vector<HostEvent> kept;
    kept.reserve(events_.size());
    std::size_t seen = 0;
    std::size_t left = 0;
    for (auto& event : events_) {
        const auto kind = kind_of(event);
        const bool is_last = &event == &events_.back();
        seen += kind == Kind::Rare ? 0 : 1;
        if (kind == Kind::Frequent && seen % 2 == 1 && !is_last)
            continue;
        left += kind == Kind::Rare ? 0 : 1;
        kept.push_back(std::move(event));
    }
    events_ = std::move(kept);
    steps_ = left;
}

}  // namespace tunebench
