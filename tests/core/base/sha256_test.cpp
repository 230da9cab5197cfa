#include "core/base/sha256.h"

#include <gtest/gtest.h>

#include "tests/core/base/folder_of_files.h"
#include "tests/core/base/sha256_vectors.h"

namespace tunebench {

TEST(Sha256Test, GivesThePublishedHashes) {
    for (const auto& [bytes, hex] : test::sha256_vectors())
        EXPECT_EQ(sha256_hex(bytes), hex) << bytes.size();
}

TEST(Sha256Test, DoesNotDependOnHowTheBytesArrive) {
    std::string bytes;
    for (int i = 0; i < 1000; ++i)
        bytes += static_cast<char>(i * 7);
    for (const std::size_t piece : {1U, 3U, 63U, 64U, 65U, 999U}) {
        Sha256 hash;
        for (std::size_t at = 0; at < bytes.size(); at += piece)
            hash.update(std::string_view(bytes).substr(at, piece));
        EXPECT_EQ(hash.hex(), sha256_hex(bytes)) << piece;
    }
}

TEST(Sha256Test, CanBeAskedInBetween) {
    Sha256 hash;
    hash.update("ab");
    EXPECT_EQ(hash.hex(), sha256_hex("ab"));
    EXPECT_EQ(hash.hex(), sha256_hex("ab"));
    Sha256 moved = std::move(hash);
    moved.update("c");
    EXPECT_EQ(moved.hex(), sha256_hex("abc"));
}

TEST(Sha256Test, HashesFiles) {
    const test::FolderOfFiles folder;
    const std::string bytes(3'000'000, 'z');
    EXPECT_EQ(*sha256_of_file(folder.write("f", bytes)), sha256_hex(bytes));
    EXPECT_EQ(*sha256_of_file(folder.write("empty", "")), sha256_hex(""));
    EXPECT_EQ(sha256_of_file(folder.path() / "absent").error().code, ErrorCode::NotFound);
}

}  // namespace tunebench
