#include "core/formats/dtype.h"

#include <array>
#include <limits>

namespace tunebench {

namespace {

struct Description {
    std::string_view name = {};
    int bits = 0;
};

// Indexed by DType.
constexpr std::array<Description, 20> kDescriptions = {
    {{"BOOL", 8}, {"F4", 4},      {"F6_E2M3", 6}, {"F6_E3M2", 6}, {"U8", 8},
     {"I8", 8},   {"F8_E5M2", 8}, {"F8_E4M3", 8}, {"F8_E8M0", 8}, {"I16", 16},
     {"U16", 16}, {"F16", 16},    {"BF16", 16},   {"I32", 32},    {"U32", 32},
     {"F32", 32}, {"C64", 64},    {"F64", 64},    {"I64", 64},    {"U64", 64}}};

const Description& description_of(DType dtype) {
    return kDescriptions[static_cast<std::size_t>(dtype)];
}

}  // namespace

std::string_view dtype_name(DType dtype) {
    return description_of(dtype).name;
}

std::optional<DType> parse_dtype(std::string_view name) {
    for (std::size_t i = 0; i < kDescriptions.size(); ++i)
        if (kDescriptions[i].name == name)
            return static_cast<DType>(i);
    return std::nullopt;
}

int dtype_bits(DType dtype) {
    return description_of(dtype).bits;
}

std::size_t dtype_bytes(DType dtype) {
    const int bits = dtype_bits(dtype);
    return bits % 8 == 0 ? static_cast<std::size_t>(bits / 8) : 0;
}

std::optional<std::uint64_t> tensor_byte_count(DType dtype, std::span<const std::int64_t> shape) {
    constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t bits = static_cast<std::uint64_t>(dtype_bits(dtype));
    for (const std::int64_t dimension : shape) {
        if (dimension < 0)
            return std::nullopt;
        const auto factor = static_cast<std::uint64_t>(dimension);
        if (factor != 0 && bits > kMax / factor)
            return std::nullopt;
        bits *= factor;
    }
    if (bits % 8 != 0)
        return std::nullopt;
    return bits / 8;
}

}  // namespace tunebench
