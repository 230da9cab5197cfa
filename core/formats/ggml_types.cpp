#include "core/formats/ggml_types.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <limits>

namespace tunebench {

namespace {

static_assert(std::endian::native == std::endian::little, "tensor bytes are copied as they lie in memory");

constexpr std::size_t kQ8Values = static_cast<std::size_t>(kQ8BlockSize);
constexpr std::size_t kQ8Bytes = sizeof(std::uint16_t) + kQ8Values;

struct TypeSize {
    GgmlType type;
    std::string_view name;
    std::int64_t block;  // values
    std::size_t bytes;   // of a block
};
constexpr std::array kTypes = {TypeSize{GgmlType::F32, "F32", 1, 4}, TypeSize{GgmlType::F16, "F16", 1, 2},
                               TypeSize{GgmlType::Q8_0, "Q8_0", kQ8BlockSize, kQ8Bytes},
                               TypeSize{GgmlType::BF16, "BF16", 1, 2}};

const TypeSize& size_of(GgmlType type) {
    return *std::ranges::find(kTypes, type, &TypeSize::type);
}

/// `value` without its lowest `bits` bits, rounded to nearest, ties to even.
std::uint32_t shifted_to_even(std::uint32_t value, int bits) {
    const std::uint32_t half = 1U << (bits - 1);
    const std::uint32_t kept = value >> bits;
    const std::uint32_t rest = value & ((1U << bits) - 1);
    return kept + (rest > half || (rest == half && (kept & 1) != 0) ? 1 : 0);
}

template <class Convert>
std::vector<std::byte> to_halves(std::span<const float> values, Convert convert) {
    std::vector<std::byte> bytes(values.size() * sizeof(std::uint16_t));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint16_t half = convert(values[i]);
        std::memcpy(bytes.data() + i * sizeof(half), &half, sizeof(half));
    }
    return bytes;
}

template <class Convert>
std::vector<float> from_halves(std::span<const std::byte> bytes, Convert convert) {
    std::vector<float> values(bytes.size() / sizeof(std::uint16_t));
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::uint16_t half = 0;
        std::memcpy(&half, bytes.data() + i * sizeof(half), sizeof(half));
        values[i] = convert(half);
    }
    return values;
}

void quantize_block(std::span<const float, kQ8Values> values, std::byte* out) {
    float largest = 0.0F;
    bool finite = true;
    for (const float value : values) {
        largest = std::max(largest, std::abs(value));
        finite = finite && std::isfinite(value);
    }
    const float scale = finite ? largest / 127.0F : std::numeric_limits<float>::quiet_NaN();
    const float inverse = scale >= std::numeric_limits<float>::min() ? 1.0F / scale : 0.0F;
    const std::uint16_t stored = to_f16(scale);
    std::memcpy(out, &stored, sizeof(stored));
    for (std::size_t i = 0; i < kQ8Values; ++i) {
        const float number = finite ? std::clamp(std::round(values[i] * inverse), -127.0F, 127.0F) : 0.0F;
        out[sizeof(stored) + i] = static_cast<std::byte>(static_cast<std::int8_t>(number));
    }
}

std::vector<std::byte> to_q8_0(std::span<const float> values) {
    const std::size_t blocks = values.size() / kQ8Values;
    std::vector<std::byte> bytes(blocks * kQ8Bytes);
    for (std::size_t block = 0; block < blocks; ++block)
        quantize_block(values.subspan(block * kQ8Values).first<kQ8Values>(), bytes.data() + block * kQ8Bytes);
    return bytes;
}

std::vector<float> from_q8_0(std::span<const std::byte> bytes) {
    const std::size_t blocks = bytes.size() / kQ8Bytes;
    std::vector<float> values(blocks * kQ8Values);
    for (std::size_t block = 0; block < blocks; ++block) {
        const std::byte* at = bytes.data() + block * kQ8Bytes;
        std::uint16_t stored = 0;
        std::memcpy(&stored, at, sizeof(stored));
        const float scale = from_f16(stored);
        for (std::size_t i = 0; i < kQ8Values; ++i)
            values[block * kQ8Values + i] =
                scale * static_cast<float>(static_cast<std::int8_t>(at[sizeof(stored) + i]));
    }
    return values;
}

}  // namespace

std::string_view ggml_type_name(GgmlType type) {
    return size_of(type).name;
}

std::optional<GgmlType> ggml_type_from(std::uint32_t number) {
    for (const auto& known : kTypes)
        if (static_cast<std::uint32_t>(known.type) == number)
            return known.type;
    return std::nullopt;
}

std::optional<std::uint64_t> ggml_byte_count(GgmlType type, std::span<const std::int64_t> shape) {
    const TypeSize& size = size_of(type);
    const std::int64_t row = shape.empty() ? 1 : shape.back();
    if (row % size.block != 0)
        return std::nullopt;
    std::uint64_t count = 1;
    for (const std::int64_t dimension : shape) {
        const auto factor = static_cast<std::uint64_t>(dimension);
        if (dimension < 0 ||
            (factor != 0 && count > std::numeric_limits<std::uint64_t>::max() / size.bytes / factor))
            return std::nullopt;
        count *= factor;
    }
    return count / static_cast<std::uint64_t>(size.block) * size.bytes;
}

std::uint16_t to_f16(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t sign = bits >> 16 & 0x8000U;
    const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
    if (magnitude > 0x7F800000U)
        return static_cast<std::uint16_t>(sign | 0x7E00U);
    if (magnitude >= 0x47800000U)  // 2^16: beyond every finite number of the type
        return static_cast<std::uint16_t>(sign | 0x7C00U);
    if (magnitude >= 0x38800000U)  // 2^-14, the smallest normal number; a carry may reach the exponent
        return static_cast<std::uint16_t>(sign | (shifted_to_even(magnitude, 13) - (112U << 10)));
    if (magnitude < 0x33000000U)  // 2^-25: half of the smallest number
        return static_cast<std::uint16_t>(sign);
    const std::uint32_t mantissa = (magnitude & 0x7FFFFFU) | 0x800000U;
    return static_cast<std::uint16_t>(sign |
                                      shifted_to_even(mantissa, 126 - static_cast<int>(magnitude >> 23)));
}

float from_f16(std::uint16_t bits) {
    const std::uint32_t sign = static_cast<std::uint32_t>(bits & 0x8000U) << 16;
    const std::uint32_t exponent = bits >> 10 & 0x1FU;
    const std::uint32_t mantissa = bits & 0x3FFU;
    if (exponent == 0x1F)
        return std::bit_cast<float>(sign | 0x7F800000U | mantissa << 13);
    if (exponent != 0)
        return std::bit_cast<float>(sign | (exponent + 112U) << 23 | mantissa << 13);
    const float magnitude = std::ldexp(static_cast<float>(mantissa), -24);
    return sign != 0 ? -magnitude : magnitude;
}

std::uint16_t to_bf16(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if ((bits & 0x7FFFFFFFU) > 0x7F800000U)
        return static_cast<std::uint16_t>(bits >> 16 | 0x40U);
    return static_cast<std::uint16_t>(shifted_to_even(bits, 16));
}

float from_bf16(std::uint16_t bits) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
}

std::vector<std::byte> to_ggml(GgmlType type, std::span<const float> values) {
    assert(values.size() % static_cast<std::size_t>(size_of(type).block) == 0);
    switch (type) {
        case GgmlType::F16:
            return to_halves(values, to_f16);
        case GgmlType::BF16:
            return to_halves(values, to_bf16);
        case GgmlType::Q8_0:
            return to_q8_0(values);
        case GgmlType::F32:
            break;
    }
    const auto bytes = std::as_bytes(values);
    return {bytes.begin(), bytes.end()};
}

std::vector<float> from_ggml(GgmlType type, std::span<const std::byte> bytes) {
    switch (type) {
        case GgmlType::F16:
            return from_halves(bytes, from_f16);
        case GgmlType::BF16:
            return from_halves(bytes, from_bf16);
        case GgmlType::Q8_0:
            return from_q8_0(bytes);
        case GgmlType::F32:
            break;
    }
    std::vector<float> values(bytes.size() / sizeof(float));
    if (!values.empty())
        std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    return values;
}

}  // namespace tunebench
