#include "core/memory/replay/product_scratch.h"

#include <algorithm>
#include <bit>

namespace tunebench::replay {
namespace {

constexpr std::int64_t kColumns = 64;          // of the right side that a block has
constexpr std::int64_t kNumber = 2, kSum = 4;  // bytes

std::int64_t parts(std::int64_t whole, std::int64_t part) {
    return (whole + part - 1) / part;
}
std::int64_t rounded_up(std::int64_t number, std::int64_t to) {
    return parts(number, to) * to;
}
bool is_power_of_two(std::int64_t number) {
    return std::has_single_bit(static_cast<std::uint64_t>(number));
}

/// How far `work` is from being a whole number of rounds of `at_once`.
double unevenness(std::int64_t work, std::int64_t at_once) {
    const auto rest = work % at_once;
    const auto away = work < at_once ? at_once - rest : std::min(at_once - rest, rest);
    return static_cast<double>(away) / static_cast<double>(at_once);
}
double share(std::int64_t part, std::int64_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// What one thread works on at a time.
struct Blocks {
    std::int64_t rows = 1, column_blocks = 1, depth_threads = 1;
};

class Plan {
public:
    Plan(const ProductShape& shape, std::int64_t threads) : shape_(shape), threads_(threads) {
        const auto times = std::max<std::int64_t>(shape.batch, 1);
        has_few_blocks_ = threads > times * parts(shape.columns, kColumns);
        const bool is_deep_and_flat = shape.rows <= 40 || (shape.is_left_transposed && shape.rows <= 512);
        columns_ = std::min(kColumns, shape.columns);
        if (has_few_blocks_ && is_deep_and_flat && shape.batch > 0)
            columns_ = std::min<std::int64_t>(32, shape.columns);
        depth_ =
            std::min<std::int64_t>(shape.depth, shape.depth > 1024 && !shape.is_left_transposed ? 1024 : 512);
        copies_left_ = shape.is_left_transposed ||
                       (shape.depth >= 4096 && is_power_of_two(shape.depth) && shape.rows >= 1024);
    }

    std::int64_t bytes() const {
        constexpr std::int64_t kPerThread = 512, kPerBuffer = 128, kGroup = 32;
        const auto right =
            kNumber * (columns_ < shape_.columns ? columns_ : kColumns) * rounded_up(depth_, kGroup);
        auto buffers = right * threads_;
        std::int64_t count = 1;
        const bool cuts_depth = shape_.depth > depth_;
        if (copies_left_ || cuts_depth) {
            const auto blocks = chosen();
            if (copies_left_) {
                auto stride = rounded_up(depth_, kGroup);
                // Rows a power of two apart would fall upon each other in the cache.
                if (stride >= 512 && is_power_of_two(stride))
                    stride += kGroup;
                buffers += threads_ * kNumber * blocks.rows * stride;
                ++count;
            }
            if (cuts_depth) {
                const auto sums = blocks.depth_threads > 1 ? shape_.rows * shape_.columns
                                                           : blocks.rows * columns_ * blocks.column_blocks;
                buffers += threads_ * kSum * sums;
                ++count;
            }
        }
        return buffers + kPerThread * threads_ + kPerBuffer * (count + 1);
    }

private:
    /// Of all that may be chosen the first that leaves the least idle.
    Blocks chosen() const {
        const auto most = std::min<std::int64_t>(256, shape_.rows);
        const auto least = std::min<std::int64_t>(has_few_blocks_ ? 16 : 32, shape_.rows);
        const auto most_blocks =
            copies_left_ ? std::min<std::int64_t>(16, parts(shape_.columns, kColumns)) : std::int64_t{1};
        const bool may_cut = has_few_blocks_ && shape_.is_left_transposed && shape_.depth >= 2048 &&
                             is_power_of_two(shape_.depth);
        Blocks best;
        double least_idle = 5.0;
        for (auto cuts = may_cut ? std::min<std::int64_t>(threads_, 4) : 1; cuts >= 1; --cuts)
            for (auto blocks = most_blocks; blocks >= 1; --blocks)
                for (auto rows = most; rows >= least; --rows) {
                    const Blocks candidate{.rows = rows, .column_blocks = blocks, .depth_threads = cuts};
                    if (const auto idle = idleness(candidate); idle < least_idle - 1e-9) {
                        least_idle = idle;
                        best = candidate;
                    }
                }
        return best;
    }

    double idleness(const Blocks& blocks) const {
        const auto threads = threads_ / blocks.depth_threads;
        const auto column_blocks = parts(shape_.columns, columns_);
        const auto row_parts = parts(shape_.rows, blocks.rows);
        const auto work = row_parts * parts(shape_.columns, columns_ * blocks.column_blocks) *
                          std::max<std::int64_t>(shape_.batch, 1);
        return unevenness(work, threads) + share(blocks.rows * row_parts % shape_.rows, shape_.rows) +
               share(rounded_up(column_blocks, blocks.column_blocks) - column_blocks, column_blocks) +
               unevenness(shape_.depth, blocks.depth_threads * depth_) +
               share(threads_ - threads * blocks.depth_threads, threads_);
    }

    const ProductShape& shape_;
    std::int64_t threads_;
    std::int64_t columns_ = 0, depth_ = 0;  // of a block
    bool has_few_blocks_ = false, copies_left_ = false;
};

}  // namespace

std::int64_t ProductScratch::bytes(const ProductShape& shape) {
    // LibTorch gives smaller ones to a loop of its own.
    constexpr std::int64_t kSmall = 16 * 16 * 16;
    if (shape.rows * shape.columns * shape.depth * std::max<std::int64_t>(shape.batch, 1) <= kSmall)
        return 0;
    const auto [place, is_new] = known_.try_emplace(shape);
    if (is_new)
        place->second = Plan(shape, threads_).bytes();
    return place->second;
}

}  // namespace tunebench::replay
