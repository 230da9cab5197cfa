// HardwareMonitor: reads, on a thread of its own, what the machine does (hardware_use.h), for as long as it
// lives.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace tunebench {

class HardwareMonitor {
public:
    using Take = std::function<void(std::vector<std::pair<std::string, double>>)>;

    /// `take` is called on the monitor's thread after every interval; never where the system tells nothing.
    HardwareMonitor(std::chrono::milliseconds interval, Take take);
    ~HardwareMonitor();  // waits for `take`, and does not call it any more

    HardwareMonitor(const HardwareMonitor&) = delete;
    HardwareMonitor& operator=(const HardwareMonitor&) = delete;

private:
    void work();
    bool has_ended_after_interval();

    // Immutable after construction.
    const std::chrono::milliseconds interval_;
    const Take take_;

    // Shared; guarded by mutex_.
    std::mutex mutex_;
    std::condition_variable ending_;
    bool has_ended_ = false;

    std::thread thread_;  // last: starts when everything above exists
};

}  // namespace tunebench
