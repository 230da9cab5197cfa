// What libgomp reads from the environment at the moment LibTorch loads it. Called first in main(), before any
// thread exists; what the user has set stays.
#pragma once

#include <cstdlib>

namespace tunebench {

/// Idle threads of a parallel region wait shortly and then sleep: a spinning pool beside another busy program
/// makes every small region a hundred times slower.
inline void set_openmp_environment() {
    constexpr int kKeepExisting = 0;
    setenv("OMP_WAIT_POLICY", "PASSIVE", kKeepExisting);
    setenv("GOMP_SPINCOUNT", "20000", kKeepExisting);
}

}  // namespace tunebench
