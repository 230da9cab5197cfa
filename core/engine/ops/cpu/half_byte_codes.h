// Codes of four bits, two in a byte, through a table of sixteen numbers.
#pragma once

#include <cstdint>
#include <span>

namespace tunebench::rows {

/// out[2 i] and out[2 i + 1] become the table's entries for the high and the low half of codes[i].
void look_up_half_bytes(const std::uint8_t* codes, const float* table, float* out, std::int64_t bytes);

/// Each way in which it can be done, for tests.
struct HalfByteLookUp {
    const char* name;
    bool runs_here;
    void (*look_up)(const std::uint8_t* codes, const float* table, float* out, std::int64_t bytes);
};
std::span<const HalfByteLookUp> half_byte_look_ups();

}  // namespace tunebench::rows
