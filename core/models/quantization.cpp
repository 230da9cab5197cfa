#include "core/models/quantization.h"

#include <bit>

#include <fmt/format.h>

namespace tunebench {
namespace {

constexpr std::int64_t kSmallestBlock = 32, kLargestBlock = 4096;
constexpr std::uint64_t kScaleBytes = 4;  // fp32

std::uint64_t parts(std::uint64_t count, std::int64_t size) {
    const auto whole = static_cast<std::uint64_t>(size);
    return (count + whole - 1) / whole;
}

}  // namespace

std::string_view quantization_name(QuantizationType type) {
    switch (type) {
        case QuantizationType::Nf4:
            return "nf4";
        case QuantizationType::Fp4:
            return "fp4";
        case QuantizationType::Int8:
            return "int8";
        case QuantizationType::None:
            break;
    }
    return "none";
}

int quantization_bits(QuantizationType type) {
    if (type == QuantizationType::None)
        return 32;
    return type == QuantizationType::Int8 ? 8 : 4;
}

Result<void> check_quantization(const QuantizationSettings& settings) {
    const auto size = settings.block_size;
    if (size >= kSmallestBlock && size <= kLargestBlock &&
        std::has_single_bit(static_cast<std::uint64_t>(size)))
        return {};
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("quantization.block_size must be a power of two, got {}", size),
                 .hint = "64 is usual; 128, 256, 512, 1024, 2048 and 4096 save a little more memory.",
                 .field = "quantization.block_size"};
}

std::uint64_t quantized_bytes(const QuantizationSettings& settings, std::int64_t count) {
    const auto weights = static_cast<std::uint64_t>(count);
    const auto codes = (weights * static_cast<std::uint64_t>(quantization_bits(settings.type)) + 7) / 8;
    if (!settings.is_enabled())
        return codes;
    const auto scales = parts(weights, settings.block_size);
    return codes + (settings.double_quantization ? scales + kScaleBytes * parts(scales, kScaleBlockSize)
                                                 : kScaleBytes * scales);
}

}  // namespace tunebench
