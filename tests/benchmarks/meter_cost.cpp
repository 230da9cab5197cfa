// tunebench-meter-cost: what the meter takes of a training step's time. The same run goes on in turns with
// the meter as LibTorch's allocator and with LibTorch's own; the heap is set up alike for both.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <fmt/format.h>

#include "core/engine/benchmark/measured_steps.h"
#include "core/engine/memory/meter.h"
#include "core/engine/ops/compat.h"
#include "tests/benchmarks/grid_cases.h"

namespace {

using namespace tunebench;
using namespace tunebench::grid;

constexpr int kWarmUp = 2, kPairs = 20;
constexpr double kLimit = 0.01;  // of a step's time

struct Allocators {
    c10::Allocator* own = nullptr;
    c10::Allocator* meter = nullptr;
};

void attach(c10::Allocator* allocator) {
    constexpr std::uint8_t kHighestPriority = 255;
    c10::SetAllocator(c10::DeviceType::CPU, allocator, kHighestPriority);
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Of taking one small block and giving it back.
double block_seconds(c10::Allocator& allocator) {
    constexpr int kBlocks = 1'000'000;
    constexpr std::size_t kBytes = 4096;
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < kBlocks; ++i)
        [[maybe_unused]] const auto block = allocator.allocate(kBytes);
    return seconds_since(begin) / kBlocks;
}

/// Sorted.
double share_of(const std::vector<double>& values, double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

struct Cost {
    std::vector<double> differences = {};  // relative, of one pair of steps each, sorted
    double seconds = 0.0;                  // of a step without the meter, the median
    std::uint64_t blocks = 0;              // of a step
};

Result<Cost> cost_of(const Case& one, const Allocators& allocators) {
    attach(allocators.meter);
    TRY(const auto model, model_of(one));
    TRY(const auto run, run_of(one));
    MeasuredSteps steps(model, run);
    TRY_VOID(steps.begin());
    const auto step_with = [&](c10::Allocator* allocator) {
        attach(allocator);
        return steps.step();
    };
    for (int i = 0; i < kWarmUp; ++i) {
        step_with(allocators.own);
        step_with(allocators.meter);
    }
    Cost cost;
    std::vector<double> without;
    const auto metered = [&] {
        const auto before = allocations();
        const auto seconds = step_with(allocators.meter);
        cost.blocks = allocations() - before;
        return seconds;
    };
    for (int i = 0; i < kPairs; ++i) {
        // Neither is always the first.
        const auto early = i % 2 == 0 ? metered() : 0.0;
        without.push_back(step_with(allocators.own));
        const auto with = i % 2 == 0 ? early : metered();
        cost.differences.push_back(with / without.back() - 1.0);
    }
    std::ranges::sort(cost.differences);
    std::ranges::sort(without);
    cost.seconds = share_of(without, 0.5);
    return cost;
}

/// False where the meter takes more than it may.
bool tell(const Case& one, const Allocators& allocators, double more_a_block) {
    const auto cost = cost_of(one, allocators);
    if (!cost) {
        fmt::print("FAIL {}: {}\n", one.name(), cost.error().message);
        return false;
    }
    const auto median = share_of(cost->differences, 0.5);
    fmt::print(
        "{:+6.2f} % (half of the pairs from {:+.2f} to {:+.2f} %) of {:7.1f} ms; {} blocks, whose "
        "counting alone is {:+.3f} %  {}\n",
        100.0 * median, 100.0 * share_of(cost->differences, 0.25), 100.0 * share_of(cost->differences, 0.75),
        1000.0 * cost->seconds, cost->blocks,
        100.0 * more_a_block * static_cast<double>(cost->blocks) / cost->seconds, one.name());
    std::fflush(stdout);
    return median <= kLimit;
}

}  // namespace

int main() {
    Allocators allocators{.own = c10::GetAllocator(c10::DeviceType::CPU)};
    install_meter();
    allocators.meter = c10::GetAllocator(c10::DeviceType::CPU);
    set_threads(0);
    const auto more_a_block = block_seconds(*allocators.meter) - block_seconds(*allocators.own);
    fmt::print("A block of 4 KiB, taken and given back, costs {:.0f} ns more with the meter\n",
               1e9 * more_a_block);
    bool is_cheap = true;
    for (const auto* model : {"small", "smollm-135m"})
        for (const auto* method : {"method.id=lora", "method.id=full"})
            is_cheap =
                tell({.model = model, .settings = {method, "budget.batch_size=2", "data.max_length=128"}},
                     allocators, more_a_block) &&
                is_cheap;
    return is_cheap ? EXIT_SUCCESS : EXIT_FAILURE;
}
