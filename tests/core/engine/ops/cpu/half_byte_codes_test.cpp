#include "core/engine/ops/cpu/half_byte_codes.h"

#include <array>
#include <vector>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(HalfByteCodesTest, EveryWayFindsTheEntriesOfBothHalvesWhateverTheLength) {
    std::array<float, 16> table = {};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = 0.5F + static_cast<float>(i);
    std::vector<std::uint8_t> codes;
    for (int i = 0; i < 256; ++i)
        codes.push_back(static_cast<std::uint8_t>(i * 37));
    for (const auto& way : rows::half_byte_look_ups()) {
        if (!way.runs_here) {
            std::printf("%s: this processor does not have it\n", way.name);
            continue;
        }
        for (const std::size_t bytes : {0U, 1U, 7U, 8U, 15U, 16U, 17U, 33U, 256U}) {
            std::vector<float> out(2 * bytes + 1, -1.0F);
            way.look_up(codes.data(), table.data(), out.data(), static_cast<std::int64_t>(bytes));
            for (std::size_t i = 0; i < bytes; ++i) {
                EXPECT_EQ(out[2 * i], table[codes[i] >> 4]) << way.name << ' ' << bytes << ' ' << i;
                EXPECT_EQ(out[2 * i + 1], table[codes[i] & 15]) << way.name << ' ' << bytes << ' ' << i;
            }
            EXPECT_EQ(out.back(), -1.0F) << way.name << " writes beyond the end";
        }
    }
}

}  // namespace
}  // namespace tunebench
