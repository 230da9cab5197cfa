// HardwareMonitor: reads, on a thread of its own, what the machine does (hardware_use.h), for as long as it
// lives.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

/// Until the next measurement when so many were kept: doubles after every 400, so that a run of a week keeps
/// about 4,000.
std::chrono::milliseconds hardware_interval(std::chrono::milliseconds first, std::int64_t kept);

class HardwareMonitor {
public:
    /// Whether the values were kept.
    using Take = std::function<bool(std::vector<std::pair<std::string, double>>)>;
    using Failed = std::function<void(Error)>;

    /// `take` is called on the monitor's thread after every interval; never where the system tells nothing.
    /// What is thrown there ends the measuring, and `failed` is told of it there.
    HardwareMonitor(std::chrono::milliseconds interval, Take take, Failed failed);
    ~HardwareMonitor();  // waits for both, and calls neither any more

    HardwareMonitor(const HardwareMonitor&) = delete;
    HardwareMonitor& operator=(const HardwareMonitor&) = delete;

private:
    void work();
    void measure();
    bool has_ended_after(std::chrono::milliseconds interval);

    // Immutable after construction.
    const std::chrono::milliseconds interval_;
    const Take take_;
    const Failed failed_;

    // Shared; guarded by mutex_.
    std::mutex mutex_;
    std::condition_variable ending_;
    bool has_ended_ = false;

    std::thread thread_;  // last: starts when everything above exists
};

}  // namespace tunebench
