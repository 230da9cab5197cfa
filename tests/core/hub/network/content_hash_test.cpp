#include "core/hub/network/content_hash.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

std::string hash(std::size_t digits, const std::string& bytes) {
    ContentHash hash(std::string(digits, '0'), bytes.size());
    hash.update(bytes);
    return hash.hex();
}

TEST(ContentHashTest, FortyDigitsAreThoseOfGit) {
    // `git hash-object`
    EXPECT_EQ(hash(40, "hello\n"), "ce013625030ba8dba906f756967f9e9ca394464a");
    EXPECT_EQ(hash(40, ""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
}

TEST(ContentHashTest, SixtyFourDigitsAreSha256) {
    EXPECT_EQ(hash(64, "abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ContentHashTest, DoesNotDependOnHowTheBytesArrive) {
    ContentHash pieces(std::string(40, '0'), 6);
    pieces.update("hel");
    EXPECT_NE(pieces.hex(), "ce013625030ba8dba906f756967f9e9ca394464a");
    pieces.update("");
    pieces.update("lo\n");
    EXPECT_EQ(pieces.hex(), "ce013625030ba8dba906f756967f9e9ca394464a");
}

}  // namespace
}  // namespace tunebench
