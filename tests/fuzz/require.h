// A promise that holds for every input; its breach ends the fuzz program as a crash does.
#pragma once

#include <cstdlib>

namespace tunebench::fuzz {

inline void require(bool promise) {
    if (!promise)
        std::abort();
}

}  // namespace tunebench::fuzz
