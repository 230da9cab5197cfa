// HostMailbox: the events of a RunHost on their way to its owner. When nobody reads for long, steps and
// measurements are thinned out (events.jsonl has them all), so that a window that is minimised for a week
// costs no memory.
#pragma once

#include <cstddef>
#include <mutex>
#include <vector>

#include "core/run/run_host.h"

namespace tunebench {

class HostMailbox {
public:
    static constexpr std::size_t kMaxWaitingSteps = 10000;

    /// Returns true when the box was empty: the caller must then wake the owner.
    bool push(HostEvent event);
    std::vector<HostEvent> take_all();

private:
    void thin_out();

    // Guarded by mutex_.
    std::mutex mutex_;
    std::vector<HostEvent> events_;
    std::size_t steps_ = 0;
};

}  // namespace tunebench
