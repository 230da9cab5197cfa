// What libgomp reads from the environment at the moment LibTorch loads it. Called first in main(), before any
// thread exists; what the user has set stays.
#pragma once

#include <cstdlib>

namespace tunebench {

/// Idle threads of a parallel region wait for a few microseconds and then sleep: beside another busy program
/// a pool that spins for longer makes every small region many times slower, and gains little where there is
/// none.
inline void set_openmp_environment() {
    constexpr int kKeepExisting = 0;
    setenv("OMP_WAIT_POLICY", "PASSIVE", kKeepExisting);
    setenv("GOMP_SPINCOUNT", "500", kKeepExisting);
}

}  // namespace tunebench
