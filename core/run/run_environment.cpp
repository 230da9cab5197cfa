#include <algorithm>
#include <fstream>
#include <sys/utsname.h>
#include <thread>
#include <unistd.h>

#include <fmt/format.h>

#include "core/run/run_folder.h"

namespace tunebench {
namespace {

/// What stands behind `separator` on the first line that begins with `key`; empty when there is none.
std::string value_in(const char* file, std::string_view key, char separator) {
    std::ifstream lines(file);
    std::string line;
    while (std::getline(lines, line)) {
        const auto at = line.find(separator);
        if (!line.starts_with(key) || at == std::string::npos)
            continue;
        auto value = line.substr(at + 1);
        std::erase(value, '"');
        value.erase(0, value.find_first_not_of(" \t"));
        return value;
    }
    return {};
}

std::string operating_system() {
    utsname system = {};
    const std::string kernel =
        uname(&system) == 0 ? fmt::format("{} {}", system.sysname, system.release) : "";
    const auto distribution = value_in("/etc/os-release", "PRETTY_NAME", '=');
    return distribution.empty() ? kernel : fmt::format("{} ({})", distribution, kernel);
}

std::string host_name() {
    char name[256] = {};
    return gethostname(name, sizeof name - 1) == 0 ? name : "";
}

std::uint64_t installed_memory() {
    const auto pages = sysconf(_SC_PHYS_PAGES);
    const auto page = sysconf(_SC_PAGESIZE);
    return pages > 0 && page > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page) : 0;
}

}  // namespace

RunEnvironment current_environment() {
    return {.tunebench_version = TUNEBENCH_VERSION,
            .cpu = value_in("/proc/cpuinfo", "model name", ':'),
            .cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency())),
            .memory_bytes = installed_memory(),
            .operating_system = operating_system(),
            .hostname = host_name()};
}

}  // namespace tunebench
