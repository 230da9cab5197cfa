// What libgomp and cuBLAS read from the environment when LibTorch loads them. Called first in main(), before
// any thread exists; what the user has set stays.
#pragma once

#include <cstdlib>

namespace tunebench {

/// Idle threads of a parallel region wait for a few microseconds and then sleep: beside another busy program
/// a pool that spins for longer makes every small region many times slower, and gains little where there is
/// none. Workspaces of a fixed size make cuBLAS sum in a fixed order.
inline void set_library_environment() {
    constexpr int kKeepExisting = 0;
    setenv("OMP_WAIT_POLICY", "PASSIVE", kKeepExisting);
    setenv("GOMP_SPINCOUNT", "500", kKeepExisting);
    setenv("CUBLAS_WORKSPACE_CONFIG", ":4096:8", kKeepExisting);
}

}  // namespace tunebench
