// NumberType: the floating-point types that weights are kept and products are computed in.
#pragma once

#include <cstdint>
#include <string_view>

namespace tunebench {

enum class NumberType { Fp32, Bf16, Fp16 };

constexpr std::uint64_t bytes_of(NumberType type) {
    return type == NumberType::Fp32 ? 4 : 2;
}

/// "fp32", "bf16", "fp16": as in run files.
constexpr std::string_view number_type_name(NumberType type) {
    return type == NumberType::Fp32 ? "fp32" : type == NumberType::Bf16 ? "bf16" : "fp16";
}

/// Of two types, of which at most one is narrow.
constexpr NumberType narrower(NumberType a, NumberType b) {
    return a == NumberType::Fp32 ? b : a;
}
constexpr NumberType wider(NumberType a, NumberType b) {
    return a == NumberType::Fp32 ? a : b;
}

}  // namespace tunebench
