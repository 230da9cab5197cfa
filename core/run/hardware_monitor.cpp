#include "core/run/hardware_monitor.h"

#include <algorithm>

#include "core/jobs/job_runner.h"
#include "core/run/hardware_use.h"

namespace tunebench {

std::chrono::milliseconds hardware_interval(std::chrono::milliseconds first, std::int64_t kept) {
    constexpr std::int64_t kKeptAtAnInterval = 400;
    constexpr std::int64_t kMostDoublings = 20;
    return first * (std::int64_t{1} << std::min(kept / kKeptAtAnInterval, kMostDoublings));
}

HardwareMonitor::HardwareMonitor(std::chrono::milliseconds interval, Take take, Failed failed)
    : interval_(interval), take_(std::move(take)), failed_(std::move(failed)), thread_([this] { work(); }) {}

HardwareMonitor::~HardwareMonitor() {
    {
        const std::lock_guard lock(mutex_);
        has_ended_ = true;
    }
    ending_.notify_one();
    thread_.join();
}

void HardwareMonitor::work() {
    const CancelToken token;
    const auto tell = [&](const Error& error) {
        // Whoever is told may throw again what was thrown.
        JobRunner::run([&](const CancelToken&) { failed_(error); }, [](const Error&) {}, token);
    };
    JobRunner::run([this](const CancelToken&) { measure(); }, tell, token);
}

void HardwareMonitor::measure() {
    const GpuReader gpus;
    auto before = read_hardware(gpus);
    std::int64_t kept = 0;
    while (before && !has_ended_after(hardware_interval(interval_, kept))) {
        const auto now = read_hardware(gpus);
        if (!now)
            return;
        kept += take_(hardware_use(*before, *now)) ? 1 : 0;
        before = now;
    }
}

bool HardwareMonitor::has_ended_after(std::chrono::milliseconds interval) {
    std::unique_lock lock(mutex_);
    return ending_.wait_for(lock, interval, [this] { return has_ended_; });
}

}  // namespace tunebench
