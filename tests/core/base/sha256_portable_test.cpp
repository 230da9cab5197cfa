// The implementation of builds without OpenSSL, whichever this build has chosen: its definitions in this
// program take the place of the library's.
#include "core/base/sha256_portable.cpp"  // NOLINT(bugprone-suspicious-include)

#include <gtest/gtest.h>

#include "tests/core/base/sha256_vectors.h"

namespace tunebench {

TEST(Sha256PortableTest, GivesThePublishedHashes) {
    for (const auto& [bytes, hex] : test::sha256_vectors()) {
        Sha256 hash;
        hash.update(std::as_bytes(std::span(bytes)));
        EXPECT_EQ(hash.hex(), hex) << bytes.size();
    }
}

TEST(Sha256PortableTest, DoesNotDependOnHowTheBytesArrive) {
    const std::string bytes(1000, 'x');
    for (const std::size_t piece : {1U, 3U, 63U, 64U, 65U, 999U}) {
        Sha256 in_pieces;
        for (std::size_t at = 0; at < bytes.size(); at += piece)
            in_pieces.update(std::as_bytes(std::span(bytes).subspan(at, std::min(piece, bytes.size() - at))));
        Sha256 at_once;
        at_once.update(std::as_bytes(std::span(bytes)));
        EXPECT_EQ(in_pieces.hex(), at_once.hex()) << piece;
    }
}

}  // namespace tunebench
