// Optimizer states as 8-bit codes, each block with its largest magnitude (arXiv:2110.02861, as bitsandbytes
// computes it): decoded, updated and coded anew block by block, so that no fp32 copy of a state exists.
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
    static const StateCode& of_signed();
    static const StateCode& of_unsigned();

    explicit StateCode(const at::Tensor& code_book);

    /// A block of up to kStateBlock numbers, in place of codes and scale.
    void decode(const std::uint8_t* codes, float absmax, std::span<float> out) const;
    float encode(std::span<const float> values, std::uint8_t* codes) const;  // → absmax

    const at::Tensor& code_book() const { return code_book_; }  // float (256), ascending

private:
    at::Tensor code_book_;
    NearestCode nearest_;
};

/// Zeros at first: a scale of 0 makes every code 0.
struct CodedState {
    at::Tensor codes;   // uint8, of the parameter's shape
    at::Tensor absmax;  // float (blocks)
    const StateCode& code;
};

/// The state of `count` numbers from `first` on, which begins a block.
inline CodedState part_of(const CodedState& state, std::int64_t first, std::int64_t count) {
    return {.codes = state.codes.view({-1}).narrow(0, first, count),
            .absmax = state.absmax.narrow(0, first / kStateBlock, (count + kStateBlock - 1) / kStateBlock),
            .code = state.code};
}

/// update(first, count, states): changes `count` elements from `first` on, given those of each state as
/// floats. On several threads; everything lies on the CPU.
template <std::size_t States, class Update>
void update_coded(const std::array<CodedState, States>& states, std::int64_t count, const Update& update) {
    constexpr std::int64_t kBlocksAtOnce = 64;
    const auto blocks = (count + kStateBlock - 1) / kStateBlock;
    at::parallel_for(0, blocks, kBlocksAtOnce, [&](std::int64_t begin, std::int64_t end) {
        std::array<std::array<float, kStateBlock>, States> decoded;
        std::array<float*, States> values;
        for (auto block = begin; block < end; ++block) {
            const auto first = block * kStateBlock;
            const auto size = std::min(kStateBlock, count - first);
            const auto span = [&](std::size_t i) {
                return std::span(decoded[i]).first(static_cast<std::size_t>(size));
            };
            for (std::size_t i = 0; i < States; ++i) {
                values[i] = decoded[i].data();
                states[i].code.decode(states[i].codes.template data_ptr<std::uint8_t>() + first,
                                      states[i].absmax.template data_ptr<float>()[block], span(i));
            }
            update(first, size, values);
            for (std::size_t i = 0; i < States; ++i)
                states[i].absmax.template data_ptr<float>()[block] =
                    states[i].code.encode(span(i), states[i].codes.template data_ptr<std::uint8_t>() + first);
        }
    });
}

/// The same from LibTorch's own operations, whole: for other devices, and what tests hold the loop against.
at::Tensor decode_state(const CodedState& state);  // float, of the parameter's shape
void encode_state(const at::Tensor& values, const CodedState& state);

}  // namespace tunebench
