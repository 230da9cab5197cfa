#include "core/formats/crc32c.h"

#include <string>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

// RFC 3720, appendix B.4.
TEST(Crc32cTest, AgreesWithTheStandardsExamples) {
    EXPECT_EQ(crc32c(std::string(32, '\0')), 0x8A9136AAU);
    EXPECT_EQ(crc32c(std::string(32, '\xFF')), 0x62A8AB43U);
    std::string rising;
    for (int i = 0; i < 32; ++i)
        rising += static_cast<char>(i);
    EXPECT_EQ(crc32c(rising), 0x46DD794EU);
    EXPECT_EQ(crc32c("123456789"), 0xE3069283U);
    EXPECT_EQ(crc32c(""), 0U);
}

TEST(Crc32cTest, IsMaskedByRotationAndAConstant) {
    EXPECT_EQ(masked_crc32c("123456789"), ((0xE3069283U >> 15) | (0xE3069283U << 17)) + 0xA282EAD8U);
}

}  // namespace
}  // namespace tunebench
