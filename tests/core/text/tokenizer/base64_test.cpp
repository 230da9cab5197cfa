#include "core/text/tokenizer/base64.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

// The examples of RFC 4648, section 10.
TEST(Base64Test, WritesAndReadsTheExamplesOfTheStandard) {
    const std::pair<const char*, const char*> examples[] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
    };
    for (const auto& [bytes, text] : examples) {
        EXPECT_EQ(to_base64(bytes), text);
        EXPECT_EQ(from_base64(text), bytes);
    }
}

TEST(Base64Test, EveryByteSurvives) {
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes += static_cast<char>(byte);
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
}

TEST(Base64Test, OtherTextIsRefused) {
    for (const char* text :
         {"Z", "Zg", "Zg=", "====", "Z===", "Zm9v\n", "Zm-v", "Zg==Zg==", "\xC3\xA9==", "=Zm8"})
        EXPECT_FALSE(from_base64(text)) << text;
}

}  // namespace
}  // namespace tunebench
