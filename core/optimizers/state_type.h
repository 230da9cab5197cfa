// How the running means of an optimizer are stored.
#pragma once

#include <cstdint>

#include "core/params/param_spec.h"

namespace tunebench {

enum class StateType {
    Fp32,
    EightBit  // codes and a scale for each block (arXiv:2110.02861); small tensors keep fp32
};

inline constexpr Choice kStateTypeChoices[] = {{"fp32", "32 bit"}, {"8bit", "8 bit"}};

/// As in bitsandbytes.
inline constexpr std::int64_t kStateBlock = 256;
inline constexpr std::int64_t kLeastCodedElements = 4096;

/// Whether a state of `count` elements is stored as codes.
inline bool is_coded(StateType type, std::int64_t count) {
    return type == StateType::EightBit && count >= kLeastCodedElements;
}

/// Bytes of one state of `count` elements.
inline std::int64_t state_bytes_of(StateType type, std::int64_t count) {
    constexpr std::int64_t kElement = 4;
    const auto blocks = (count + kStateBlock - 1) / kStateBlock;
    return is_coded(type, count) ? count + kElement * blocks : kElement * count;
}

}  // namespace tunebench
