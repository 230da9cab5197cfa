#include "core/engine/ops/coded_state.h"

#include <cmath>

#include "core/engine/quantization/block_codes.h"
#include "core/engine/quantization/code_books.h"

namespace tunebench {
namespace {

constexpr float kSmallestScale = 1e-38F;  // so that a block of zeros divides by no zero

/// (blocks, kStateBlock), the last block filled up with zeros.
at::Tensor in_blocks(const at::Tensor& values) {
    const auto flat = values.reshape({-1});
    const auto rest = (kStateBlock - flat.numel() % kStateBlock) % kStateBlock;
    return at::constant_pad_nd(flat, {0, rest}).view({-1, kStateBlock});
}

}  // namespace

StateCode::StateCode(const at::Tensor& code_book) : code_book_(code_book), nearest_(code_book) {}

const StateCode& StateCode::of_signed() {
    static const StateCode code(signed_dynamic_map());
    return code;
}

const StateCode& StateCode::of_unsigned() {
    static const StateCode code(unsigned_dynamic_map());
    return code;
}

void StateCode::decode(const std::uint8_t* codes, float absmax, std::span<float> out) const {
    const auto* book = code_book_.data_ptr<float>();
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = book[codes[i]] * absmax;
}

float StateCode::encode(std::span<const float> values, std::uint8_t* codes) const {
    float absmax = 0.0F;
    for (const auto value : values)
        absmax = std::max(absmax, std::abs(value));
    const float reciprocal = 1.0F / std::max(absmax, kSmallestScale);
    for (std::size_t i = 0; i < values.size(); ++i)
        codes[i] = nearest_(values[i] * reciprocal);
    return absmax;
}

at::Tensor decode_state(const CodedState& state) {
    const BlockCodes blocks{.codes = state.codes.reshape({-1}),
                            .code_book = state.code.code_book().to(state.codes.device()),
                            .absmax = state.absmax,
                            .block_size = kStateBlock,
                            .count = state.codes.numel()};
    return dequantize_blocks_composed(blocks).view(state.codes.sizes());
}

void encode_state(const at::Tensor& values, const CodedState& state) {
    const auto blocks = in_blocks(values.to(at::kFloat));
    state.absmax.copy_(blocks.abs().amax(1));
    const auto shares = blocks * state.absmax.clamp_min(kSmallestScale).reciprocal().unsqueeze(1);
    const auto& book = state.code.code_book();
    const auto midpoints = ((book.slice(0, 0, -1) + book.slice(0, 1)) / 2.0).to(values.device());
    const auto codes = at::bucketize(shares, midpoints, /*out_int32=*/true);
    state.codes.copy_(codes.view({-1}).narrow(0, 0, values.numel()).view(values.sizes()));
}

}  // namespace tunebench
