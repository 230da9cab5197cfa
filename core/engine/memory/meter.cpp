#include "core/engine/memory/meter.h"

#include <array>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <new>
#include <string>
#include <sys/mman.h>

#include "core/engine/memory/device.h"
#include "core/engine/memory/heap.h"
#include "core/engine/memory/kept_blocks.h"
#include "core/engine/ops/compat.h"

namespace tunebench {
namespace {

constexpr std::size_t kHeader = 64;  // keeps the block's size in front of the tensor's aligned bytes
constexpr std::size_t kKept = std::size_t{1} << 18;      // blocks from this size on are kept for reuse
constexpr std::size_t kHugePage = std::size_t{2} << 20;  // from twice this size on, huge pages are asked for
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kKeepsBlocks = false;  // the sanitizer must see every free
#else
constexpr bool kKeepsBlocks = true;
#endif

class MeteredAllocator final : public c10::Allocator {
public:
    c10::DataPtr allocate(std::size_t bytes) TUNEBENCH_ALLOCATE_CONST override {
        void* data = bytes == 0 ? nullptr : acquire(bytes);
        return {data, data, &MeteredAllocator::release, c10::Device(c10::DeviceType::CPU)};
    }
    c10::DeleterFnPtr raw_deleter() const override { return &MeteredAllocator::release; }
#if TORCH_VERSION_MAJOR >= 2
    void copy_data(void* target, const void* source, std::size_t count) const override {
        default_copy_data(target, source, count);
    }
#endif

    static MeteredAllocator& instance();  // LibTorch holds one allocator a process, for ever

    std::atomic<std::uint64_t> current = 0;
    std::atomic<std::uint64_t> peak = 0;
    std::atomic<std::uint64_t> most = 0;  // the peak since kept blocks were last released
    std::atomic<std::uint64_t> limit = std::numeric_limits<std::uint64_t>::max();  // of current
    std::atomic<std::uint64_t> allocations = 0;
    std::atomic<std::uint64_t> refused = 0;  // the number of an allocation; 0: none
    KeptBlocks kept;

private:
    static std::size_t block_size(std::size_t bytes) {
        const auto whole = bytes + kHeader;
        return whole < kKept ? whole : (whole + 4095) / 4096 * 4096;
    }

    static void* acquire(std::size_t bytes) {
        auto& self = instance();
        const auto size = block_size(bytes);
        void* block = self.take(size);
        *static_cast<std::size_t*>(block) = size;
        self.count(size);
        return static_cast<std::byte*>(block) + kHeader;
    }

    void* take(std::size_t size) {
        const auto number = allocations.fetch_add(1, std::memory_order_relaxed) + 1;
        const auto wanted = current.load(std::memory_order_relaxed) + size;
        if (wanted > limit.load(std::memory_order_relaxed) ||
            number == refused.load(std::memory_order_relaxed))
            throw std::bad_alloc();
        if (void* block = kKeepsBlocks && size >= kKept ? kept.take(size) : nullptr)
            return block;
        if (size >= kKept && wanted + kept.bytes() > limit.load(std::memory_order_relaxed))
            give_back();  // what is kept is of other sizes
        void* block = new_block(size);
        if (!block) {
            give_back();
            block = new_block(size);
        }
        if (!block)
            throw std::bad_alloc();
        return block;
    }

    void give_back() {
        kept.release();
        release_freed_heap();
    }

    static void* new_block(std::size_t size) {
        const bool huge = size >= 2 * kHugePage;
        void* block = nullptr;
        if (posix_memalign(&block, huge ? kHugePage : kHeader, size) != 0)
            return nullptr;
        if (huge)
            madvise(block, size, MADV_HUGEPAGE);
        return block;
    }

    static void release(void* data) {
        if (!data)
            return;
        auto& self = instance();
        void* block = static_cast<std::byte*>(data) - kHeader;
        const auto size = *static_cast<std::size_t*>(block);
        const auto alive = self.current.fetch_sub(size, std::memory_order_relaxed) - size;
        const auto most = self.most.load(std::memory_order_relaxed);
        const auto spare = most > alive ? most - alive : 0;
        if (!kKeepsBlocks || size < kKept || !self.kept.keep(block, size, spare))
            std::free(block);
    }

    void count(std::size_t size) {
        const auto now = current.fetch_add(size, std::memory_order_relaxed) + size;
        raise(peak, now);
        raise(most, now);
    }

    static void raise(std::atomic<std::uint64_t>& largest, std::uint64_t now) {
        auto seen = largest.load(std::memory_order_relaxed);
        while (now > seen && !largest.compare_exchange_weak(seen, now, std::memory_order_relaxed)) {
        }
    }
};

MeteredAllocator& MeteredAllocator::instance() {
    static auto* allocator = new MeteredAllocator;  // never destroyed: tensors may outlive everything
    return *allocator;
}

}  // namespace

void install_meter() {
    constexpr std::uint8_t kHighestPriority = 255;
    c10::SetAllocator(c10::DeviceType::CPU, &MeteredAllocator::instance(), kHighestPriority);
    keep_freed_heap();
}

MemoryReading read_meter(const at::Device& device) {
    if (!device.is_cpu())
        return accelerator_memory();
    const auto& allocator = MeteredAllocator::instance();
    return {.current_bytes = allocator.current.load(), .peak_bytes = allocator.peak.load()};
}

std::uint64_t held_bytes() {
    const auto& allocator = MeteredAllocator::instance();
    return allocator.current.load() + allocator.kept.bytes();
}

void limit_meter(std::uint64_t bytes) {
    MeteredAllocator::instance().limit.store(bytes);
}

std::uint64_t allocations() {
    return MeteredAllocator::instance().allocations.load();
}

void refuse_allocation(std::uint64_t number) {
    MeteredAllocator::instance().refused.store(number);
}

void reset_peak(const at::Device& device) {
    if (!device.is_cpu())
        return reset_accelerator_peak();
    auto& allocator = MeteredAllocator::instance();
    allocator.peak.store(allocator.current.load());
}

void release_kept_memory() {
    auto& allocator = MeteredAllocator::instance();
    allocator.kept.release();
    allocator.most.store(allocator.current.load());
    release_freed_heap();
    release_accelerator_memory();
}

std::uint64_t resident_bytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:"))
            return std::strtoull(line.c_str() + 6, nullptr, 10) * 1024;
    return 0;
}

}  // namespace tunebench
