// TouchedMemory: pages that are in RAM while it lives, and gone at once when it ends, whatever the allocator.
#pragma once

#include <cstddef>
#include <sys/mman.h>

namespace tunebench::test {

class TouchedMemory {
public:
    explicit TouchedMemory(std::size_t bytes) : bytes_(bytes) {
        pages_ =
            mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    }
    ~TouchedMemory() {
        if (is_there())
            munmap(pages_, bytes_);
    }
    TouchedMemory(const TouchedMemory&) = delete;
    TouchedMemory& operator=(const TouchedMemory&) = delete;

    bool is_there() const { return pages_ != MAP_FAILED; }

private:
    std::size_t bytes_ = 0;
    void* pages_ = nullptr;
};

}  // namespace tunebench::test
