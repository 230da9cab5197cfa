// NearestCode: finds the entry of a code book that is nearest to a number.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include <ATen/ATen.h>

namespace tunebench {

/// A number halfway between two entries takes the lower one.
class NearestCode {
public:
    /// float (at most 256), in any order.
    explicit NearestCode(const at::Tensor& code_book);

    std::uint8_t operator()(float value) const {
        // All numbers with the same upper bits are at most a few entries apart: usually one comparison is
        // left.
        std::size_t place = places_[std::bit_cast<std::uint32_t>(value) >> kDroppedBits];
        while (value > midpoints_[place])
            ++place;
        return codes_[place];
    }

private:
    static constexpr int kDroppedBits = 16;  // of the mantissa's 23
    static constexpr std::size_t kMaxCodes = 256;

    std::array<float, kMaxCodes> midpoints_ = {};  // between an entry and the next, ascending; then infinity
    std::array<std::uint8_t, kMaxCodes> codes_ = {};  // in ascending order of their entries
    std::vector<std::uint8_t> places_ = {};           // of the lowest number with these upper bits
};

}  // namespace tunebench
