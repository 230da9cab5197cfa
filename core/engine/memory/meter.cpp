#include "core/engine/memory/meter.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <mutex>
#include <new>
#include <utility>

#include "core/engine/memory/device.h"
#include "core/engine/memory/heap.h"
#include "core/engine/memory/kept_blocks.h"
#include "core/engine/memory/memory_block.h"
#include "core/engine/memory/memory_use.h"
#include "core/engine/ops/compat.h"

namespace tunebench {
namespace {

constexpr std::size_t kHeader = 64;  // keeps the block's size in front of the tensor's aligned bytes
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kKeepsBlocks = false;  // the sanitizer must see every free
#else
constexpr bool kKeepsBlocks = true;
#endif

/// In front of the tensor's aligned bytes.
struct BlockHeader {
    std::size_t size = 0;  // of the whole block
    MemoryUse use = MemoryUse::Rest;
};
static_assert(sizeof(BlockHeader) <= kHeader);

thread_local MemoryUse current_use = MemoryUse::Rest;

/// What is alive, and what was at most. Guards itself.
class Counts {
public:
    void take(std::size_t size, MemoryUse use) {
        const std::lock_guard lock(mutex_);
        alive_ += size;
        by_use_[static_cast<std::size_t>(use)] += size;
        most_ = std::max(most_, alive_);
        if (alive_ > peak_) {
            peak_ = alive_;
            at_peak_ = by_use_;
        }
        note(static_cast<std::int64_t>(size));
    }

    /// How much may be kept beside what is alive now.
    std::size_t give_back(std::size_t size, MemoryUse use) {
        const std::lock_guard lock(mutex_);
        alive_ -= size;
        by_use_[static_cast<std::size_t>(use)] -= size;
        note(-static_cast<std::int64_t>(size));
        return most_ + kept_beyond(most_) - alive_;
    }

    /// How much may be kept beside what is alive and `size` more.
    std::size_t spare_beside(std::size_t size) const {
        const std::lock_guard lock(mutex_);
        const auto most = std::max(most_, alive_ + size);
        return most + kept_beyond(most) - alive_ - size;
    }

    void change_use(BlockHeader& block, MemoryUse use) {
        const std::lock_guard lock(mutex_);
        by_use_[static_cast<std::size_t>(block.use)] -= block.size;
        by_use_[static_cast<std::size_t>(use)] += block.size;
        block.use = use;
        note(0);
    }

    std::uint64_t alive() const {
        const std::lock_guard lock(mutex_);
        return alive_;
    }
    MemoryReading reading() const {
        const std::lock_guard lock(mutex_);
        return {.current_bytes = alive_, .peak_bytes = peak_};
    }
    BytesByUse at_peak() const {
        const std::lock_guard lock(mutex_);
        return at_peak_;
    }
    void reset_peak() {
        const std::lock_guard lock(mutex_);
        peak_ = alive_;
        at_peak_ = by_use_;
    }
    void reset_most() {
        const std::lock_guard lock(mutex_);
        most_ = alive_;
    }
    void observe(MemoryObserver observer) {
        const std::lock_guard lock(mutex_);
        observer_ = std::move(observer);
        note(0);
    }

private:
    void note(std::int64_t bytes) {
        if (observer_)
            observer_(bytes, by_use_);
    }

    mutable std::mutex mutex_;
    std::uint64_t alive_ = 0, peak_ = 0;
    std::uint64_t most_ = 0;  // the peak since kept blocks were last released
    BytesByUse by_use_ = {}, at_peak_ = {};
    MemoryObserver observer_ = {};
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

    static BlockHeader& header_of(void* data) {
        return *reinterpret_cast<BlockHeader*>(static_cast<std::byte*>(data) - kHeader);
    }

    Counts counts;
    std::atomic<std::uint64_t> limit = std::numeric_limits<std::uint64_t>::max();  // of what is alive
    std::atomic<std::uint64_t> allocations = 0;
    std::atomic<std::uint64_t> refused = 0;  // the number of an allocation; 0: none
    KeptBlocks kept;

private:
    static std::size_t block_size(std::size_t bytes) {
        const auto whole = bytes + kHeader;
        return whole < kOwnPages ? whole : (whole + 4095) / 4096 * 4096;
    }

    static void* acquire(std::size_t bytes) {
        auto& self = instance();
        const auto size = block_size(bytes);
        void* block = self.take(size);
        new (block) BlockHeader{.size = size, .use = current_use};
        self.counts.take(size, current_use);
        return static_cast<std::byte*>(block) + kHeader;
    }

    void* take(std::size_t size) {
        const auto number = allocations.fetch_add(1, std::memory_order_relaxed) + 1;
        const auto wanted = counts.alive() + size;
        if (wanted > limit.load(std::memory_order_relaxed) ||
            number == refused.load(std::memory_order_relaxed))
            throw std::bad_alloc();
        if (void* block = kKeepsBlocks && size >= kOwnPages ? kept.take(size) : nullptr)
            return block;
        if (size >= kOwnPages)
            kept.shrink(counts.spare_beside(size));  // what is kept is of other sizes
        if (size >= kOwnPages && wanted + kept.bytes() > limit.load(std::memory_order_relaxed))
            give_back();
        void* block = allocate_block(size);
        if (!block) {
            give_back();
            block = allocate_block(size);
        }
        if (!block)
            throw std::bad_alloc();
        return block;
    }

    void give_back() {
        kept.release();
        release_freed_heap();
    }

    static void release(void* data) {
        if (!data)
            return;
        auto& self = instance();
        const auto [size, use] = header_of(data);
        void* block = static_cast<std::byte*>(data) - kHeader;
        const auto spare = self.counts.give_back(size, use);
        if (!kKeepsBlocks || size < kOwnPages || !self.kept.keep(block, size, spare))
            free_block(block, size);
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

MeteredAs::MeteredAs(MemoryUse use) : before_(std::exchange(current_use, use)) {}

MeteredAs::~MeteredAs() {
    current_use = before_;
}

void meter_as(const at::Tensor& tensor, MemoryUse use) {
    if (!tensor.defined() || !tensor.device().is_cpu() || !tensor.has_storage())
        return;
    const auto& block = tensor.storage().data_ptr();
    if (block.get() && block.get_deleter() == MeteredAllocator::instance().raw_deleter())
        MeteredAllocator::instance().counts.change_use(MeteredAllocator::header_of(block.get()), use);
}

BytesByUse bytes_at_peak() {
    return MeteredAllocator::instance().counts.at_peak();
}

void observe_memory(MemoryObserver observer) {
    MeteredAllocator::instance().counts.observe(std::move(observer));
}

MemoryReading read_meter(const at::Device& device) {
    if (!device.is_cpu())
        return accelerator_memory();
    return MeteredAllocator::instance().counts.reading();
}

std::uint64_t kept_beyond(std::uint64_t peak_bytes) {
    return (std::uint64_t{16} << 20) + peak_bytes / 32;
}

std::uint64_t held_bytes() {
    const auto& allocator = MeteredAllocator::instance();
    return allocator.counts.alive() + allocator.kept.bytes();
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
    MeteredAllocator::instance().counts.reset_peak();
}

void release_kept_memory() {
    auto& allocator = MeteredAllocator::instance();
    allocator.kept.release();
    allocator.counts.reset_most();
    release_freed_heap();
    release_accelerator_memory();
}

}  // namespace tunebench
