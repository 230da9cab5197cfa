#include "core/memory/resident_memory.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace tunebench {
namespace {

/// Of a line "VmRSS:     1234 kB"; 0 when there is none with that name.
std::uint64_t status_bytes(std::string_view name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name))
            return std::strtoull(line.c_str() + name.size(), nullptr, 10) * 1024;
    return 0;
}

}  // namespace

std::uint64_t resident_bytes() {
    return status_bytes("VmRSS:");
}

std::uint64_t resident_peak_bytes() {
    return status_bytes("VmHWM:");
}

bool begin_resident_peak() {
    std::ofstream file("/proc/self/clear_refs");
    file << "5" << std::flush;  // "reset the peak resident set size", proc(5)
    return file.good();
}

void ResidentPeaks::enter(std::string_view period) {
    if (period == period_)
        return;
    ended_[period_] = of(period_);
    period_ = period;
    begins_anew_ = begin_resident_peak();
}

std::uint64_t ResidentPeaks::of(std::string_view period) const {
    const auto ended = ended_.find(period);
    const auto before = ended == ended_.end() ? 0 : ended->second;
    return period == period_ ? std::max(before, present_peak()) : before;
}

}  // namespace tunebench
