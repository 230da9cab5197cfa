#include "core/engine/benchmark/matmul_rate.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "core/engine/memory/device.h"

namespace tunebench {

double matmul_gflops(int n, const at::Device& device) {
    const auto a = at::ones({n, n}, device), b = at::ones({n, n}, device);
    auto c = at::mm(a, b);  // the first one starts threads and touches pages
    finish_accelerator();
    std::array<double, 5> seconds{};
    for (auto& taken : seconds) {
        const auto begin = std::chrono::steady_clock::now();
        at::mm_out(c, a, b);
        finish_accelerator();
        taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }
    std::ranges::sort(seconds);
    const double operations = 2.0 * n * n * static_cast<double>(n);
    return operations / seconds[2] / 1e9;
}

}  // namespace tunebench
