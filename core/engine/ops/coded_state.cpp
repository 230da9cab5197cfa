#include "core/engine/ops/coded_state.h"

#include <cmath>

#include "core/engine/ops/cpu/half_byte_codes.h"
#include "core/engine/quantization/block_codes.h"
#include "core/engine/quantization/code_books.h"

namespace tunebench {
namespace {

constexpr float kSmallestScale = 1e-38F;  // so that a block of zeros divides by no zero

/// (…, size), the last row filled up with zeros.
at::Tensor in_rows_of(std::int64_t size, const at::Tensor& values) {
    const auto flat = values.reshape({-1});
    const auto rest = (size - flat.numel() % size) % size;
    return at::constant_pad_nd(flat, {0, rest}).view({-1, size});
}

}  // namespace

StateCode::StateCode(StateType type, const at::Tensor& code_book)
    : bits_(state_bits(type)), block_(state_block(type)), code_book_(code_book), nearest_(code_book) {}

const StateCode& StateCode::of_signed(StateType type) {
    static const StateCode eight(StateType::EightBit, signed_dynamic_map());
    static const StateCode four(StateType::FourBit, signed_dynamic_map_of_4_bits());
    return type == StateType::FourBit ? four : eight;
}

const StateCode& StateCode::of_unsigned(StateType type) {
    static const StateCode eight(StateType::EightBit, unsigned_dynamic_map());
    static const StateCode four(StateType::FourBit, unsigned_linear_map_of_4_bits());
    return type == StateType::FourBit ? four : eight;
}

void StateCode::decode(const std::uint8_t* codes, float absmax, std::span<float> out) const {
    const auto* book = code_book_.data_ptr<float>();
    if (bits_ == 8) {
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = book[codes[i]] * absmax;
        return;
    }
    std::array<float, 16> table = {};
    std::transform(book, book + table.size(), table.begin(), [=](float entry) { return entry * absmax; });
    rows::look_up_half_bytes(codes, table.data(), out.data(), static_cast<std::int64_t>(out.size() / 2));
    if (out.size() % 2 != 0)
        out.back() = table[codes[out.size() / 2] >> 4];
}

float StateCode::encode(std::span<const float> values, std::uint8_t* codes) const {
    float absmax = 0.0F;
    for (const auto value : values)
        absmax = std::max(absmax, std::abs(value));
    const float reciprocal = 1.0F / std::max(absmax, kSmallestScale);
    if (bits_ == 8)
        for (std::size_t i = 0; i < values.size(); ++i)
            codes[i] = nearest_(values[i] * reciprocal);
    else
        for (std::size_t i = 0; i < values.size(); i += 2) {
            const auto later = i + 1 < values.size() ? nearest_(values[i + 1] * reciprocal) : 0;
            codes[i / 2] = static_cast<std::uint8_t>(nearest_(values[i] * reciprocal) << 4 | later);
        }
    return absmax;
}

at::Tensor decode_state(const CodedState& state) {
    const BlockCodes blocks{.codes = state.codes.reshape({-1}),
                            .code_book = state.code.code_book().to(state.codes.device()),
                            .absmax = state.absmax,
                            .block_size = state.code.block(),
                            .count = state.count};
    const auto values = dequantize_blocks_composed(blocks);
    return state.code.bits() == 8 ? values.view(state.codes.sizes()) : values;
}

void encode_state(const at::Tensor& values, const CodedState& state) {
    const auto blocks = in_rows_of(state.code.block(), values.to(at::kFloat));
    state.absmax.copy_(blocks.abs().amax(1));
    const auto shares = blocks * state.absmax.clamp_min(kSmallestScale).reciprocal().unsqueeze(1);
    const auto& book = state.code.code_book();
    const auto midpoints = ((book.slice(0, 0, -1) + book.slice(0, 1)) / 2.0).to(values.device());
    auto codes = at::bucketize(shares, midpoints, /*out_int32=*/true).view({-1}).narrow(0, 0, state.count);
    if (state.code.bits() == 4) {
        const auto pairs = in_rows_of(2, codes);
        codes = pairs.select(1, 0) * 16 + pairs.select(1, 1);
    }
    state.codes.copy_(codes.view(state.codes.sizes()));
}

}  // namespace tunebench
