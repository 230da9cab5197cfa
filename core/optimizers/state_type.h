// How the running means of an optimizer are stored.
#pragma once

#include <cstdint>

#include "core/params/param_spec.h"

namespace tunebench {

enum class StateType {
    Fp32,
    // Codes and a scale for each block; small tensors keep fp32.
    EightBit,  // arXiv:2110.02861
    FourBit    // arXiv:2309.01507, with the maps of torchao
};

inline constexpr Choice kStateTypeChoices[] = {{"fp32", "32 bit"}, {"8bit", "8 bit"}, {"4bit", "4 bit"}};

inline constexpr std::int64_t kLeastCodedElements = 4096;

/// Bits of a number, and numbers of a block: as in bitsandbytes, and in torchao.
inline int state_bits(StateType type) {
    return type == StateType::Fp32 ? 32 : type == StateType::EightBit ? 8 : 4;
}
inline std::int64_t state_block(StateType type) {
    return type == StateType::FourBit ? 128 : 256;
}

/// Whether a state of `count` elements is stored as codes.
inline bool is_coded(StateType type, std::int64_t count) {
    return type != StateType::Fp32 && count >= kLeastCodedElements;
}

/// Of the codes alone.
inline std::int64_t coded_bytes(StateType type, std::int64_t count) {
    return (count * state_bits(type) + 7) / 8;
}

/// Bytes of one state of `count` elements.
inline std::int64_t state_bytes_of(StateType type, std::int64_t count) {
    constexpr std::int64_t kElement = 4;
    const auto blocks = (count + state_block(type) - 1) / state_block(type);
    return is_coded(type, count) ? coded_bytes(type, count) + kElement * blocks : kElement * count;
}

}  // namespace tunebench
