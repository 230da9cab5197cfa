#include "core/engine/quantization/block_codes.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/engine/ops/accelerated.h"
#include "core/engine/ops/cpu/half_byte_codes.h"
#include "core/engine/ops/cpu/row_kernels.h"
#include "core/engine/quantization/nearest_code.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

constexpr std::int64_t kHalfByteCodes = 16;
constexpr std::int64_t kGrain = 1 << 15;  // numbers that are worth a thread
constexpr float kSmallestScale = 1e-38F;  // so that a block of zeros divides by no zero

bool is_packed(const at::Tensor& code_book) {
    return code_book.numel() <= kHalfByteCodes;
}

std::int64_t block_count(std::int64_t count, std::int64_t block_size) {
    return count / block_size + (count % block_size != 0);
}

/// NaN when there is one among the values.
float largest_magnitude(const float* values, std::int64_t count) {
    float largest = 0.0F;
    for (std::int64_t i = 0; i < count; ++i) {
        const float magnitude = std::abs(values[i]);
        largest = magnitude > largest || std::isnan(magnitude) ? magnitude : largest;
    }
    return largest;
}

void put_code(std::uint8_t* codes, bool packed, std::int64_t i, std::uint8_t code) {
    if (!packed)
        codes[i] = code;
    else if (i % 2 == 0)
        codes[i / 2] = static_cast<std::uint8_t>(code << 4);
    else
        codes[i / 2] = static_cast<std::uint8_t>(codes[i / 2] | code);
}

/// As copying to `type` and back does.
void round_in_place(float* values, std::int64_t count, at::ScalarType type) {
    constexpr std::int64_t kPiece = 64;
    const auto through = [&](auto piece) {
        for (std::int64_t at = 0; at < count; at += kPiece) {
            const auto n = std::min(kPiece, count - at);
            rows::narrow(values + at, piece.data(), n);
            rows::widen(piece.data(), values + at, n);
        }
    };
    if (type == at::kBFloat16)
        through(std::array<c10::BFloat16, kPiece>{});
    else if (type == at::kHalf)
        through(std::array<c10::Half, kPiece>{});
}

/// `count` numbers of one block, the first of which is number `first` of all.
void decode_bytes(const BlockCodes& blocks, std::int64_t first, std::int64_t count, float absmax,
                  at::ScalarType rounded_to, float* out) {
    const auto* codes = blocks.codes.data_ptr<std::uint8_t>() + first;
    const auto* book = blocks.code_book.data_ptr<float>();
    for (std::int64_t i = 0; i < count; ++i)
        out[i] = book[codes[i]] * absmax;
    round_in_place(out, count, rounded_to);
}

/// The same of packed codes: what the table's entries become is found once a block.
void decode_half_bytes(const BlockCodes& blocks, std::int64_t first, std::int64_t count, float absmax,
                       at::ScalarType rounded_to, float* out) {
    const auto* codes = blocks.codes.data_ptr<std::uint8_t>();
    const auto* book = blocks.code_book.data_ptr<float>();
    std::array<float, kHalfByteCodes> table = {};
    std::transform(book, book + blocks.code_book.numel(), table.begin(),
                   [absmax](float entry) { return entry * absmax; });
    round_in_place(table.data(), kHalfByteCodes, rounded_to);
    const auto last = first + count;
    if (first % 2 != 0)
        *out++ = table[codes[first++ / 2] & 15];
    rows::look_up_half_bytes(codes + first / 2, table.data(), out, (last - first) / 2);
    if (last > first && last % 2 != 0)
        out[last - first - 1] = table[codes[last / 2] >> 4];
}

/// Calls visit(first number, how many, block) for every block, on several threads.
template <class Visit>
void for_each_block(std::int64_t count, std::int64_t block_size, const Visit& visit) {
    const auto grain = std::max<std::int64_t>(1, kGrain / block_size);
    at::parallel_for(0, block_count(count, block_size), grain, [&](std::int64_t begin, std::int64_t end) {
        for (auto block = begin; block < end; ++block) {
            const auto first = block * block_size;
            visit(first, std::min(block_size, count - first), block);
        }
    });
}

}  // namespace

std::uint64_t BlockCodes::bytes() const {
    return codes.nbytes() + (absmax.defined() ? absmax.nbytes() : 0);
}

void BlockCodes::move_to(const at::Device& device) {
    for (auto* tensor : {&codes, &code_book, &absmax})
        if (tensor->defined())
            *tensor = tensor->to(device);
}

BlockCodes quantize_blocks(const at::Tensor& values, const at::Tensor& code_book, std::int64_t block_size) {
    const auto source = values.detach().to(at::kCPU, at::kFloat).contiguous();
    const auto count = source.numel();
    const bool packed = is_packed(code_book);
    auto codes = at::empty({packed ? (count + 1) / 2 : count}, at::kByte);
    auto absmax = at::empty({block_count(count, block_size)}, at::kFloat);
    const NearestCode nearest(code_book);
    const auto* from = source.data_ptr<float>();
    auto* to = codes.data_ptr<std::uint8_t>();
    auto* scales = absmax.data_ptr<float>();
    // Blocks begin at even numbers, so that no two threads write to one byte.
    for_each_block(count, block_size, [&](std::int64_t first, std::int64_t size, std::int64_t block) {
        scales[block] = largest_magnitude(from + first, size);
        const float reciprocal = 1.0F / std::max(scales[block], kSmallestScale);
        for (auto i = first; i < first + size; ++i)
            put_code(to, packed, i, nearest(from[i] * reciprocal));
    });
    const auto device = values.device();
    return {.codes = codes.to(device),
            .code_book = code_book.to(device),
            .absmax = absmax.to(device),
            .block_size = block_size,
            .count = count};
}

void decode_blocks(const BlockCodes& blocks, std::int64_t first, std::int64_t count,
                   at::ScalarType rounded_to, float* out) {
    const auto decode = is_packed(blocks.code_book) ? decode_half_bytes : decode_bytes;
    const auto* scales = blocks.absmax.data_ptr<float>();
    for (std::int64_t done = 0; done < count;) {
        const auto at = first + done, block = at / blocks.block_size;
        const auto n = std::min(count - done, (block + 1) * blocks.block_size - at);
        decode(blocks, at, n, scales[block], rounded_to, out + done);
        done += n;
    }
}

at::Tensor dequantize_blocks(const BlockCodes& blocks) {
    if (accelerated::takes(blocks.absmax))
        return accelerated::decode(blocks, at::kFloat);
    if (!blocks.codes.is_cpu())
        return dequantize_blocks_composed(blocks);
    auto out = at::empty({blocks.count}, at::kFloat);
    auto* to = out.data_ptr<float>();
    at::parallel_for(0, blocks.count, kGrain, [&](std::int64_t begin, std::int64_t end) {
        decode_blocks(blocks, begin, end - begin, at::kFloat, to + begin);
    });
    return out;
}

at::Tensor dequantize_blocks_composed(const BlockCodes& blocks) {
    auto codes = blocks.codes;
    if (is_packed(blocks.code_book))
        codes = at::stack({at::bitwise_right_shift(codes, 4), at::bitwise_and(codes, 15)}, 1)
                    .flatten()
                    .narrow(0, 0, blocks.count);
    const auto scales = blocks.absmax.repeat_interleave(blocks.block_size).narrow(0, 0, blocks.count);
    return blocks.code_book.index_select(0, codes.to(at::kInt)).mul_(scales);
}

}  // namespace tunebench
