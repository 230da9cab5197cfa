// Optimizer states as codes of 8 or 4 bits, each block with its largest magnitude (arXiv:2110.02861, as
// bitsandbytes computes it; arXiv:2309.01507): decoded, updated and coded anew block by block, so that no
// fp32 copy of a state exists.
#pragma once

#include <algorithm>
#include <array>
#include <span>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include "core/engine/quantization/nearest_code.h"
#include "core/optimizers/state_type.h"

namespace tunebench {

/// What the codes of a state stand for.
class StateCode {
public:
    /// For states of either sign (means of gradients), and for those of none (means of squares).
    static const StateCode& of_signed(StateType type = StateType::EightBit);
    static const StateCode& of_unsigned(StateType type = StateType::EightBit);

    StateCode(StateType type, const at::Tensor& code_book);

    int bits() const { return bits_; }
    std::int64_t block() const { return block_; }

    /// A block of up to block() numbers, in place of codes and scale.
    void decode(const std::uint8_t* codes, float absmax, std::span<float> out) const;
    float encode(std::span<const float> values, std::uint8_t* codes) const;  // → absmax

    const at::Tensor& code_book() const { return code_book_; }  // float (256 or 16), ascending

private:
    int bits_;
    std::int64_t block_;
    at::Tensor code_book_;
    NearestCode nearest_;
};

/// Zeros at first: a scale of 0 makes every code 0.
struct CodedState {
    at::Tensor codes;   // uint8, of the parameter's shape; of 4 bits (bytes), the earlier in the high half
    at::Tensor absmax;  // float (blocks)
    const StateCode& code;
    std::int64_t count;  // of numbers
};

/// The state of `count` numbers from `first` on, which begins a block.
inline CodedState part_of(const CodedState& state, std::int64_t first, std::int64_t count) {
    const auto block = state.code.block();
    const int bits = state.code.bits();
    return {.codes = state.codes.view({-1}).narrow(0, first * bits / 8, (count * bits + 7) / 8),
            .absmax = state.absmax.narrow(0, first / block, (count + block - 1) / block),
            .code = state.code,
            .count = count};
}

/// update(first, count, states): changes `count` elements from `first` on, given those of each state as
/// floats; the states are of one type. On several threads; everything lies on the CPU.
template <std::size_t States, class Update>
void update_coded(const std::array<CodedState, States>& states, std::int64_t count, const Update& update) {
    constexpr std::int64_t kBlocksAtOnce = 64, kLargestBlock = 256;
    const auto block_size = states[0].code.block();
    const auto blocks = (count + block_size - 1) / block_size;
    const auto codes_at = [](const CodedState& state, std::int64_t first) {
        return state.codes.template data_ptr<std::uint8_t>() + first * state.code.bits() / 8;
    };
    at::parallel_for(0, blocks, kBlocksAtOnce, [&](std::int64_t begin, std::int64_t end) {
        std::array<std::array<float, kLargestBlock>, States> decoded;
        std::array<float*, States> values;
        for (auto block = begin; block < end; ++block) {
            const auto first = block * block_size;
            const auto size = std::min(block_size, count - first);
            const auto span = [&](std::size_t i) {
                return std::span(decoded[i]).first(static_cast<std::size_t>(size));
            };
            for (std::size_t i = 0; i < States; ++i) {
                values[i] = decoded[i].data();
                states[i].code.decode(codes_at(states[i], first),
                                      states[i].absmax.template data_ptr<float>()[block], span(i));
            }
            update(first, size, values);
            for (std::size_t i = 0; i < States; ++i)
                states[i].absmax.template data_ptr<float>()[block] =
                    states[i].code.encode(span(i), codes_at(states[i], first));
        }
    });
}

/// The same from LibTorch's own operations, whole: for other devices, and what tests hold the loop against.
at::Tensor decode_state(const CodedState& state);  // float; of the parameter's shape, of 4 bits flat
void encode_state(const at::Tensor& values, const CodedState& state);

}  // namespace tunebench
