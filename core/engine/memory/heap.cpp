#include "core/engine/memory/heap.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace tunebench {

#ifdef __GLIBC__
void keep_freed_heap() {
    constexpr int kMapped = 32 << 20;  // the largest threshold that glibc takes
    constexpr int kTrimmed = 1 << 30;
    mallopt(M_MMAP_THRESHOLD, kMapped);
    mallopt(M_TRIM_THRESHOLD, kTrimmed);
}

void release_freed_heap() {
    malloc_trim(0);
}
#else
void keep_freed_heap() {}

void release_freed_heap() {}
#endif

}  // namespace tunebench
