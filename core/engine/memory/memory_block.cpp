#include "core/engine/memory/memory_block.h"

#include <cstdint>
#include <cstdlib>
#include <new>
#include <sys/mman.h>

namespace tunebench {
namespace {

constexpr std::size_t kAlignment = 64;
#if !defined(__SANITIZE_ADDRESS__)
constexpr std::size_t kHugePage = std::size_t{2} << 20;

std::byte* aligned(std::byte* place, std::size_t to) {
    const auto number = reinterpret_cast<std::uintptr_t>(place);
    return place + ((number + to - 1) / to * to - number);
}

/// On a heap's block of glibc before 2.38 an aligned one of the same size does not fit, once it was freed:
/// so a larger plain one is taken, and its start kept in front of the aligned part.
void* from_heap(std::size_t size) {
    auto* start = static_cast<std::byte*>(std::malloc(size + kAlignment + sizeof(void*)));
    if (!start)
        return nullptr;
    auto* block = aligned(start + sizeof(void*), kAlignment);
    new (block - sizeof(void*)) void*(start);
    return block;
}

void return_to_heap(void* block) {
    std::free(*reinterpret_cast<void**>(static_cast<std::byte*>(block) - sizeof(void*)));
}

void* pages(std::size_t size) {
    void* block = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return block == MAP_FAILED ? nullptr : block;
}

/// Pages that begin where a huge one may.
void* aligned_pages(std::size_t size) {
    auto* start = static_cast<std::byte*>(pages(size + kHugePage));
    if (!start)
        return nullptr;
    auto* block = aligned(start, kHugePage);
    const auto before = static_cast<std::size_t>(block - start);
    if (before > 0)
        munmap(start, before);
    if (before < kHugePage)
        munmap(block + size, kHugePage - before);
    madvise(block, size, MADV_HUGEPAGE);
    return block;
}
#endif

}  // namespace

#if defined(__SANITIZE_ADDRESS__)
// The sanitizer guards what lies on the heap, to the byte.
void* allocate_block(std::size_t size) {
    void* block = nullptr;
    return posix_memalign(&block, kAlignment, size) == 0 ? block : nullptr;
}

void free_block(void* block, std::size_t) {
    std::free(block);
}
#else
void* allocate_block(std::size_t size) {
    if (size < kOwnPages)
        return from_heap(size);
    return size >= 2 * kHugePage ? aligned_pages(size) : pages(size);
}

void free_block(void* block, std::size_t size) {
    if (size < kOwnPages)
        return_to_heap(block);
    else
        munmap(block, size);
}
#endif

}  // namespace tunebench
