#include "core/engine/quantization/quantized_weight.h"

#include <array>
#include <span>

#include <fmt/format.h>

#include "core/engine/ops/accelerated.h"
#include "core/engine/quantization/code_books.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

/// The mean of fp32 numbers, summed in the order of PyTorch's vectorised sum (32 running sums that are put
/// aside every 16 rows), so that the offset equals bitsandbytes' to the last bit on every machine.
float mean_of(std::span<const float> values) {
    constexpr std::size_t kLanes = 8, kSums = 4 * kLanes, kRows = 16;
    std::array<float, kSums> sums = {}, aside = {};
    std::size_t i = 0;
    for (std::size_t row = 1; i + kSums <= values.size(); ++row, i += kSums) {
        for (std::size_t k = 0; k < kSums; ++k)
            sums[k] += values[i + k];
        if (row % kRows == 0)
            for (std::size_t k = 0; k < kSums; ++k) {
                aside[k] += sums[k];
                sums[k] = 0.0F;
            }
    }
    for (std::size_t k = 0; k < kSums; ++k)
        sums[k] += aside[k];
    for (; i + kLanes <= values.size(); i += kLanes)
        for (std::size_t k = 0; k < kLanes; ++k)
            sums[k] += values[i + k];
    float total = 0.0F;
    for (; i < values.size(); ++i)
        total += values[i];
    for (std::size_t k = 0; k < kLanes; ++k)
        total += ((sums[k] + sums[kLanes + k]) + sums[2 * kLanes + k]) + sums[3 * kLanes + k];
    return total / static_cast<float>(values.size());
}

NestedScales nest(const at::Tensor& absmax) {
    const auto scales = absmax.to(at::kCPU);
    const float offset = mean_of({scales.data_ptr<float>(), static_cast<std::size_t>(scales.numel())});
    return {.codes = quantize_blocks(absmax - offset, signed_dynamic_map(), kScaleBlockSize),
            .offset = offset};
}

}  // namespace

at::Tensor QuantizedWeight::block_scales() const {
    return scales ? dequantize_blocks(scales->codes).add_(scales->offset) : codes.absmax;
}

at::Tensor QuantizedWeight::dequantize(at::ScalarType wanted) const {
    if (accelerated::takes(codes.code_book))
        return accelerated::decode(*this, wanted).view(shape);
    auto with_scales = codes;
    with_scales.absmax = block_scales();
    return dequantize_blocks(with_scales).view(shape).to(rounded_to).to(wanted);
}

std::uint64_t QuantizedWeight::bytes() const {
    return codes.bytes() + (scales ? scales->codes.bytes() : 0);
}

void QuantizedWeight::move_to(const at::Device& device) {
    codes.move_to(device);
    if (scales)
        scales->codes.move_to(device);
}

Result<QuantizedWeight> quantize_weight(const at::Tensor& weight, const QuantizationSettings& settings,
                                        const std::string& what) {
    QuantizedWeight quantized{
        .type = settings.type,
        .shape = weight.sizes().vec(),
        .codes = quantize_blocks(weight, code_book_of(settings.type), settings.block_size),
        .rounded_to = weight.scalar_type()};
    if (!quantized.codes.absmax.isfinite().all().item<bool>())
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("{} has values that are not finite and cannot be quantized", what),
            .hint = "The model is broken: use another copy of it, or no quantization to look at it."};
    if (settings.double_quantization && weight.numel() > 0) {
        quantized.scales = nest(quantized.codes.absmax);
        quantized.codes.absmax = at::Tensor();
    }
    return quantized;
}

}  // namespace tunebench
