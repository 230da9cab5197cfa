#include "core/engine/benchmark/matmul_rate.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "core/engine/memory/device.h"
#include "core/engine/precision/products.h"
#include "core/engine/precision/types.h"

namespace tunebench {

double matmul_gflops(int n, const at::Device& device, at::ScalarType type) {
    // Of numbers that are all alike an accelerator multiplies faster.
    const auto drawn = [&](std::uint64_t seed) {
        return at::empty({n, n}, device).uniform_(-1.0, 1.0, seeded_generator(device, seed)).to(type);
    };
    const auto a = drawn(1), b = drawn(2);
    const bool emulated = is_emulated(type, device);
    auto c = product(a, b);  // the first one starts threads and touches pages
    finish_accelerator();
    std::array<double, 5> seconds{};
    for (auto& taken : seconds) {
        const auto begin = std::chrono::steady_clock::now();
        if (emulated)
            c = product(a, b);
        else
            at::mm_out(c, a, b);
        finish_accelerator();
        taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }
    std::ranges::sort(seconds);
    const double operations = 2.0 * n * n * static_cast<double>(n);
    return operations / seconds[2] / 1e9;
}

}  // namespace tunebench
