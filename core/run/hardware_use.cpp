#include "core/run/hardware_use.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace tunebench {
namespace {

/// Files of /proc have no size; the first lines say what is wanted here.
std::string start_of(const char* file) {
    constexpr std::size_t kMost = 8192;
    std::ifstream stream(file);
    std::string text(kMost, '\0');
    stream.read(text.data(), kMost);
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

/// The numbers behind `name` on its line; those that are missing are 0, and all where there is no such line.
template <std::size_t count>
std::array<std::uint64_t, count> numbers_after(std::string_view name, std::string_view text) {
    std::array<std::uint64_t, count> numbers = {};
    const auto at = text.starts_with(name) ? 0 : text.find("\n" + std::string(name));
    if (at == std::string_view::npos)
        return numbers;
    auto rest = text.substr(at + name.size() + (at == 0 ? 0 : 1));
    rest = rest.substr(0, rest.find('\n'));
    for (auto& number : numbers) {
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
    }
    return numbers;
}

double share_of(double part, double whole) {
    return whole > 0.0 ? std::clamp(part / whole, 0.0, 1.0) : 0.0;
}

double own_seconds() {
    timespec time = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

}  // namespace

std::optional<HardwareCounters> hardware_counters_from(std::string_view stat, std::string_view memory,
                                                       std::string_view own_memory) {
    // user nice system idle iowait irq softirq steal; guests are in user.
    const auto ticks = numbers_after<8>("cpu ", stat);
    std::uint64_t all = 0;
    for (const auto some : ticks)
        all += some;
    const auto total = numbers_after<1>("MemTotal:", memory)[0];
    const auto available = numbers_after<1>("MemAvailable:", memory)[0];
    const auto pages = numbers_after<2>("", own_memory)[1];
    if (all == 0 || total == 0 || available > total || pages == 0)
        return std::nullopt;
    const auto a_second = static_cast<double>(sysconf(_SC_CLK_TCK));
    return HardwareCounters{.machine_busy_seconds = static_cast<double>(all - ticks[3] - ticks[4]) / a_second,
                            .machine_seconds = static_cast<double>(all) / a_second,
                            .process_bytes = pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)),
                            .machine_bytes = (total - available) * 1024};
}

std::optional<HardwareCounters> read_hardware(const GpuReader& gpus) {
    auto counters = hardware_counters_from(start_of("/proc/stat"), start_of("/proc/meminfo"),
                                           start_of("/proc/self/statm"));
    if (!counters)
        return counters;
    counters->process_seconds = own_seconds();
    const auto all = gpus.read();
    if (const auto* gpu = first_cuda_gpu(all, cuda_environment()))
        counters->gpu = *gpu;
    return counters;
}

std::vector<std::pair<std::string, double>> hardware_use(const HardwareCounters& before,
                                                         const HardwareCounters& now) {
    const double seconds = now.machine_seconds - before.machine_seconds;
    std::vector<std::pair<std::string, double>> use = {
        {"process_cpu_share", share_of(now.process_seconds - before.process_seconds, seconds)},
        {"machine_cpu_share", share_of(now.machine_busy_seconds - before.machine_busy_seconds, seconds)},
        {"process_memory_bytes", static_cast<double>(now.process_bytes)},
        {"machine_memory_bytes", static_cast<double>(now.machine_bytes)}};
    if (now.gpu)
        std::ranges::move(gpu_metrics(*now.gpu), std::back_inserter(use));
    return use;
}

}  // namespace tunebench
