// What the precision panel says, in words: number types, how fast they are here, and what a choice of them
// means.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include <QString>

#include "core/engine_api/engine.h"

namespace tunebench::ui {

inline constexpr std::array kNumberTypes = {NumberType::Fp32, NumberType::Bf16, NumberType::Fp16};

QString typeName(NumberType type);    // "bf16"
QString magnitudeText(double value);  // "3.4e38", "65,504"

/// "203 GFLOP/s, 2.1× fp32"; "not measured yet" where there is no rate of the type.
QString speedOf(NumberType type, const std::vector<ArithmeticRate>& rates);

/// By how much the type was measured slower than fp32; nothing when it was not, or by next to nothing.
std::optional<double> slowdown(NumberType type, const std::vector<ArithmeticRate>& rates);

/// "bf16 is 12× slower than fp32 on this machine: choose fp32."
QString slowdownText(NumberType type, double factor);

/// What the run keeps and computes in which type, where its numbers end, and what is done about it.
QString explanationOf(const PrecisionSection& precision);

/// Something is kept or computed in 16 bits.
bool usesSixteenBits(const PrecisionSection& precision);

}  // namespace tunebench::ui
