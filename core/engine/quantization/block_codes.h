// Numbers as codes: each block of consecutive numbers keeps its largest magnitude, and each number the index
// of the nearest entry of a code book to its share of that magnitude.
#pragma once

#include <cstdint>

#include <ATen/ATen.h>

namespace tunebench {

struct BlockCodes {
    /// uint8 (count); two in a byte, the earlier in the high half, when the book has 16 entries or fewer.
    at::Tensor codes = {};
    at::Tensor code_book = {};  // float (at most 256)
    at::Tensor absmax = {};     // float (blocks)
    std::int64_t block_size = 0;
    std::int64_t count = 0;

    std::uint64_t bytes() const;
    void move_to(const at::Device& device);
};

/// `values` of any type, shape and device, read row by row; the last block may be short. A number halfway
/// between two entries takes the lower one. Numbers that are not finite give a scale that is not finite.
/// Computed on the CPU, equal to bitsandbytes bit for bit; the result lies where `values` does.
BlockCodes quantize_blocks(const at::Tensor& values, const at::Tensor& code_book, std::int64_t block_size);

/// Numbers [first, first + count) of codes on the CPU, on this thread: code_book[code] · absmax, rounded to
/// what `rounded_to` holds.
void decode_blocks(const BlockCodes& blocks, std::int64_t first, std::int64_t count,
                   at::ScalarType rounded_to, float* out);

/// float (count): code_book[code] · absmax.
at::Tensor dequantize_blocks(const BlockCodes& blocks);

/// The same from LibTorch's own operations: for other devices, and what tests hold the loop against.
at::Tensor dequantize_blocks_composed(const BlockCodes& blocks);

}  // namespace tunebench
