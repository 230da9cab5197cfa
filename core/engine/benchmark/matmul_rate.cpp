#include "core/engine/benchmark/matmul_rate.h"

#include <algorithm>
#include <array>
#include <chrono>

#include <ATen/ATen.h>

namespace tunebench {

double matmul_gflops(int n) {
    const auto a = at::ones({n, n}), b = at::ones({n, n});
    auto c = at::mm(a, b);  // the first one starts threads and touches pages
    std::array<double, 5> seconds{};
    for (auto& taken : seconds) {
        const auto begin = std::chrono::steady_clock::now();
        at::mm_out(c, a, b);
        taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }
    std::ranges::sort(seconds);
    const double operations = 2.0 * n * n * static_cast<double>(n);
    return operations / seconds[2] / 1e9;
}

}  // namespace tunebench
