// NumberFormat: which numbers a floating-point type has, worked out from its bits as IEEE 754 lays them out:
// a sign, an exponent and a mantissa.
#pragma once

#include "core/run/number_type.h"

namespace tunebench {

struct NumberFormat {
    int exponent_bits = 0;
    int mantissa_bits = 0;  // the leading 1 is not among them

    constexpr int bytes() const { return (1 + exponent_bits + mantissa_bits) / 8; }
    constexpr double largest() const { return (2.0 - epsilon()) * two_to(largest_exponent()); }
    /// Below it a number has fewer digits the smaller it is.
    constexpr double smallest_normal() const { return two_to(1 - largest_exponent()); }
    /// What is less than half of it becomes 0.
    constexpr double smallest_subnormal() const { return smallest_normal() * epsilon(); }
    /// The step from 1 to the next number.
    constexpr double epsilon() const { return two_to(-mantissa_bits); }
    /// About how many decimal digits a number has.
    constexpr int decimal_digits() const {
        constexpr double kDigitsPerBit = 0.30103;
        return static_cast<int>((mantissa_bits + 1) * kDigitsPerBit + 0.5);
    }

    constexpr bool operator==(const NumberFormat&) const = default;

private:
    constexpr int largest_exponent() const { return (1 << (exponent_bits - 1)) - 1; }

    static constexpr double two_to(int power) {
        double result = 1.0;
        for (; power > 0; --power)
            result *= 2.0;
        for (; power < 0; ++power)
            result /= 2.0;
        return result;
    }
};

constexpr NumberFormat format_of(NumberType type) {
    switch (type) {
        case NumberType::Bf16:
            return {.exponent_bits = 8, .mantissa_bits = 7};
        case NumberType::Fp16:
            return {.exponent_bits = 5, .mantissa_bits = 10};
        case NumberType::Fp32:
            break;
    }
    return {.exponent_bits = 8, .mantissa_bits = 23};
}

}  // namespace tunebench
