#include "core/engine/memory/meter.h"

#include <array>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <new>
#include <string>
#include <sys/mman.h>
#include <unordered_map>
#include <vector>

#include "core/engine/memory/device.h"
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

/// Blocks of freed tensors, by size.
class KeptBlocks {
public:
    void* take(std::size_t size) {
        const std::lock_guard lock(mutex_);
        const auto it = blocks_.find(size);
        if (it == blocks_.end() || it->second.empty())
            return nullptr;
        void* block = it->second.back();
        it->second.pop_back();
        bytes_ -= size;
        return block;
    }

    /// False when keeping it would pass `limit` bytes: the caller frees it.
    bool keep(void* block, std::size_t size, std::size_t limit) {
        const std::lock_guard lock(mutex_);
        if (bytes_ + size > limit)
            return false;
        blocks_[size].push_back(block);
        bytes_ += size;
        return true;
    }

    void release() {
        const std::lock_guard lock(mutex_);
        for (auto& [size, blocks] : blocks_)
            for (void* block : blocks)
                std::free(block);
        blocks_.clear();
        bytes_ = 0;
    }

private:
    std::mutex mutex_;
    std::unordered_map<std::size_t, std::vector<void*>> blocks_;  // guarded by mutex_
    std::size_t bytes_ = 0;                                       // guarded by mutex_
};

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
    KeptBlocks kept;

private:
    static std::size_t block_size(std::size_t bytes) {
        const auto whole = bytes + kHeader;
        return whole < kKept ? whole : (whole + 4095) / 4096 * 4096;
    }

    static void* acquire(std::size_t bytes) {
        auto& self = instance();
        const auto size = block_size(bytes);
        void* block = kKeepsBlocks && size >= kKept ? self.kept.take(size) : nullptr;
        if (!block) {
            const bool huge = size >= 2 * kHugePage;
            if (posix_memalign(&block, huge ? kHugePage : kHeader, size) != 0)
                throw std::bad_alloc();
            if (huge)
                madvise(block, size, MADV_HUGEPAGE);
        }
        *static_cast<std::size_t*>(block) = size;
        self.count(size);
        return static_cast<std::byte*>(block) + kHeader;
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
}

MemoryReading read_meter(const at::Device& device) {
    if (!device.is_cpu())
        return accelerator_memory();
    const auto& allocator = MeteredAllocator::instance();
    return {.current_bytes = allocator.current.load(), .peak_bytes = allocator.peak.load()};
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
