#include "tests/benchmarks/resident_peak.h"

#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

namespace tunebench::grid {

void begin_resident_peak() {
    std::ofstream("/proc/self/clear_refs") << "5";  // "reset the peak resident set size", proc(5)
}

std::uint64_t resident_peak_bytes() {
    constexpr std::string_view kPeak = "VmHWM:";
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(kPeak))
            return std::strtoull(line.c_str() + kPeak.size(), nullptr, 10) * 1024;
    return 0;
}

}  // namespace tunebench::grid
