#include "core/run/hardware_monitor.h"

#include "core/run/hardware_use.h"

namespace tunebench {

HardwareMonitor::HardwareMonitor(std::chrono::milliseconds interval, Take take)
    : interval_(interval), take_(std::move(take)), thread_([this] { work(); }) {}

HardwareMonitor::~HardwareMonitor() {
    {
        const std::lock_guard lock(mutex_);
        has_ended_ = true;
    }
    ending_.notify_one();
    thread_.join();
}

void HardwareMonitor::work() {
    auto before = read_hardware();
    while (before && !has_ended_after_interval()) {
        const auto now = read_hardware();
        if (!now)
            return;
        take_(hardware_use(*before, *now));
        before = now;
    }
}

bool HardwareMonitor::has_ended_after_interval() {
    std::unique_lock lock(mutex_);
    return ending_.wait_for(lock, interval_, [this] { return has_ended_; });
}

}  // namespace tunebench
