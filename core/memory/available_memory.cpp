#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <string_view>

#include "core/memory/estimate.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint64_t>::max();

/// A number from a file that holds one; the largest number when there is none ("max", no such file).
std::uint64_t number_in(const fs::path& file) {
    std::ifstream stream(file);
    std::uint64_t number = 0;
    return stream >> number ? number : kUnlimited;
}

/// Of a file with a name and a number, and perhaps a unit, a line; 0 when the name is not there.
std::uint64_t number_of(std::string_view wanted, const fs::path& file) {
    constexpr std::streamsize kLongestLine = 4096;
    std::ifstream stream(file);
    std::string key;
    for (std::uint64_t number = 0; stream >> key >> number; stream.ignore(kLongestLine, '\n'))
        if (key == wanted)
            return number;
    return 0;
}

std::uint64_t kernel_available() {
    return number_of("MemAvailable:", "/proc/meminfo") * 1024;
}

/// One of the two versions of control groups.
struct Hierarchy {
    fs::path root;
    std::string_view own_group;  // what comes before it in /proc/self/cgroup
    const char* limit;
    const char* used;
    std::string_view cached;  // file pages, which count as used but are given up when needed
};

/// What the limit of one group leaves.
std::uint64_t left_in(const Hierarchy& hierarchy, const fs::path& group) {
    const auto limit = number_in(group / hierarchy.limit);
    if (limit == kUnlimited)
        return limit;
    const auto used = number_in(group / hierarchy.used);
    const auto given_up = number_of(hierarchy.cached, group / "memory.stat");
    return limit + given_up > used ? limit + given_up - used : 0;
}

/// The group of this process below the root: "/" inside a container.
fs::path own_group(const Hierarchy& hierarchy) {
    std::ifstream stream("/proc/self/cgroup");
    for (std::string line; std::getline(stream, line);)
        if (const auto at = line.find(hierarchy.own_group); at != std::string::npos)
            return fs::path(line.substr(at + hierarchy.own_group.size())).relative_path();
    return {};
}

/// A limit holds for every group below it.
std::uint64_t left_in(const Hierarchy& hierarchy) {
    auto group = hierarchy.root;
    auto left = left_in(hierarchy, group);
    for (const auto& part : own_group(hierarchy)) {
        group /= part;
        left = std::min(left, left_in(hierarchy, group));
    }
    return left;
}

std::uint64_t cgroup_available() {
    const Hierarchy first{.root = "/sys/fs/cgroup/memory",
                          .own_group = ":memory:",
                          .limit = "memory.limit_in_bytes",
                          .used = "memory.usage_in_bytes",
                          .cached = "total_inactive_file"};
    const Hierarchy second{.root = "/sys/fs/cgroup",
                           .own_group = "0::",
                           .limit = "memory.max",
                           .used = "memory.current",
                           .cached = "inactive_file"};
    return std::min(left_in(first), left_in(second));
}

}  // namespace

std::uint64_t available_memory_bytes() {
    return std::min(kernel_available(), cgroup_available());
}

std::uint64_t usable_memory_bytes(double limit_gib, std::uint64_t available) {
    constexpr double kGibibyte = 1073741824.0;
    constexpr std::uint64_t kLargestReserve = std::uint64_t{512} << 20;
    const auto usable = available - std::min(available / 8, kLargestReserve);
    const double limit = limit_gib * kGibibyte;
    return limit > 0.0 && limit < static_cast<double>(usable) ? static_cast<std::uint64_t>(limit) : usable;
}

}  // namespace tunebench
