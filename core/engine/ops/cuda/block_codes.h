// Weights as codes of 4 or 8 bits (core/engine/quantization) become numbers again.
#pragma once

#include "core/engine/ops/cuda/numbers.h"

namespace tunebench::cuda {

/// One scale a block: as fp32, or as codes of their own (`nested`), which a mean is added to.
struct BlockScales {
    const float* plain = nullptr;
    const std::uint8_t* nested = nullptr;
    const float* nested_book = nullptr;  // 256 entries
    const float* nested_scales = nullptr;
    std::int64_t nested_block = 1;
    float offset = 0.0F;
};

struct DecodedBlocks {
    const std::uint8_t* codes = nullptr;
    const float* book = nullptr;
    int entries = 0;  // 16 or fewer: two codes in a byte, the earlier in the high half
    std::int64_t block_size = 1;
    std::int64_t count = 0;
    BlockScales scales = {};
    NumberKind rounded_to = NumberKind::Fp32;  // before they become numbers of `out`
};

/// out (count) = book[code] · scale, bit for bit what the processor makes of them.
Status decode(const DecodedBlocks& blocks, const Numbers& out, Stream stream);

/// out (rows, count / columns) = x (rows, columns) · Wᵀ for a few rows of x, W's numbers decoded on the way
/// and never stored. Sums in fp32. `columns` is a multiple of 8, and of the block's size or the other way
/// round.
Status multiply_few(const DecodedBlocks& weight, std::int64_t columns, const ConstNumbers& x,
                    std::int64_t rows, const Numbers& out, Stream stream);

/// Rows of x that multiply_few takes.
inline constexpr std::int64_t kFewRows = 4;

}  // namespace tunebench::cuda
