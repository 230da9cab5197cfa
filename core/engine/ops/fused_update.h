// What the loops that update parameters in one pass have in common.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include "core/engine/ops/cpu/typed_rows.h"
#include "core/engine/precision/rounding.h"

namespace tunebench {

/// In one piece on the CPU, of a type that the loops know; anything else takes LibTorch's own operations.
inline bool takes_fused_loop(const at::Tensor& parameter) {
    return parameter.is_contiguous() && rows::takes(parameter);
}

/// A parameter and its gradient, each fp32, bf16 or fp16, as fp32 numbers.
class WideUpdate {
public:
    WideUpdate(const at::Tensor& parameter, const at::Tensor& gradient, const Rounding& rounding)
        : parameter_(static_cast<std::byte*>(parameter.data_ptr())),
          gradient_(static_cast<const std::byte*>(gradient.data_ptr())),
          type_(parameter.scalar_type()),
          gradient_type_(gradient.scalar_type()),
          rounding_(rounding),
          count_(parameter.numel()) {}

    /// loop(offset, n, parameter, gradient) on pieces of [first, first + count), offsets from `first` on;
    /// what it leaves in `parameter` is rounded into the tensor.
    template <class Loop>
    void run(std::int64_t first, std::int64_t count, const Loop& loop) const {
        if (type_ == at::kFloat && gradient_type_ == at::kFloat)
            return loop(0, count, reinterpret_cast<float*>(parameter_) + first,
                        reinterpret_cast<const float*>(gradient_) + first);
        std::array<float, kPiece> parameter, gradient;
        for (std::int64_t at = 0; at < count; at += kPiece) {
            const auto n = std::min(kPiece, count - at);
            rows::widen(parameter_, type_, first + at, parameter.data(), n);
            rows::widen(gradient_, gradient_type_, first + at, gradient.data(), n);
            loop(at, n, parameter.data(), gradient.data());
            const auto bytes = type_ == at::kFloat ? 4 : 2;
            round_numbers(parameter.data(), parameter_ + bytes * (first + at), type_, first + at, n,
                          rounding_);
        }
    }

    /// The same on all of it, on several threads; offsets are the numbers' own.
    template <class Loop>
    void run_all(const Loop& loop) const {
        constexpr std::int64_t kGrain = 32768;  // numbers that are worth a thread
        at::parallel_for(0, count_, kGrain, [&](std::int64_t begin, std::int64_t end) {
            run(begin, end - begin, [&](std::int64_t offset, std::int64_t n, float* p, const float* g) {
                loop(begin + offset, n, p, g);
            });
        });
    }

private:
    static constexpr std::int64_t kPiece = 1024;

    std::byte* parameter_;
    const std::byte* gradient_;
    at::ScalarType type_, gradient_type_;
    Rounding rounding_;
    std::int64_t count_;
};

/// update(parameter, gradient, first, count) with fp32 tensors of parts that an accelerator makes copies of,
/// if it must, and rounds back: what is between takes room.
template <class Update>
void update_in_parts(const at::Tensor& parameter, const at::Tensor& gradient, const Rounding& rounding,
                     const Update& update) {
    constexpr std::int64_t kAtOnce = std::int64_t{1} << 24;
    const auto flat_parameter = parameter.view({-1}), flat_gradient = gradient.view({-1});
    const auto wide = parameter.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
    for (std::int64_t first = 0; first < parameter.numel(); first += kAtOnce) {
        const auto count = std::min(kAtOnce, parameter.numel() - first);
        const auto part = flat_parameter.narrow(0, first, count);
        const auto own = part.to(wide);
        update(own, flat_gradient.narrow(0, first, count).to(wide), first, count);
        if (!own.is_same(part) && own.scalar_type() != part.scalar_type())
            round_into(
                part, own,
                {.seed = rounding.seed ? std::optional(*rounding.seed + static_cast<std::uint64_t>(first))
                                       : std::nullopt});
    }
}

}  // namespace tunebench
