#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

#include "core/memory/estimate.h"

namespace tunebench {
namespace {

/// A number from a file that holds one; the largest number when there is none ("max", no such file).
std::uint64_t number_in(const std::string& file) {
    std::ifstream stream(file);
    std::uint64_t number = 0;
    return stream >> number ? number : std::numeric_limits<std::uint64_t>::max();
}

std::uint64_t kernel_available() {
    std::ifstream stream("/proc/meminfo");
    std::string key;
    for (std::uint64_t kibibytes = 0; stream >> key >> kibibytes; stream.ignore(16, '\n'))
        if (key == "MemAvailable:")
            return kibibytes * 1024;
    return 0;
}

std::uint64_t cgroup_available() {
    const auto limit = number_in("/sys/fs/cgroup/memory.max");
    if (limit == std::numeric_limits<std::uint64_t>::max())
        return limit;
    const auto used = number_in("/sys/fs/cgroup/memory.current");
    return limit > used ? limit - used : 0;
}

}  // namespace

std::uint64_t available_memory_bytes() {
    return std::min(kernel_available(), cgroup_available());
}

}  // namespace tunebench
