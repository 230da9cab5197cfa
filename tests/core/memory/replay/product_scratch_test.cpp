#include "core/memory/replay/product_scratch.h"

#include <gtest/gtest.h>

namespace tunebench::replay {
namespace {

// What oneDNN 2.6.3 answers for bf16 on AVX-512 with two threads.
TEST(ProductScratch, IsWhatTheLibraryAsksFor) {
    ProductScratch scratch(2);
    EXPECT_EQ(scratch.bytes({.rows = 16, .columns = 64, .depth = 64}), 17664);
    EXPECT_EQ(scratch.bytes({.rows = 512, .columns = 192, .depth = 192}), 50432);
    EXPECT_EQ(scratch.bytes({.rows = 512, .columns = 192, .depth = 1024}), 263552);
    EXPECT_EQ(scratch.bytes({.rows = 512, .columns = 192, .depth = 1025}), 394624);
    EXPECT_EQ(scratch.bytes({.rows = 49152, .columns = 1536, .depth = 4096, .batch = 2}), 2917888);
    EXPECT_EQ(scratch.bytes({.rows = 32, .columns = 16, .depth = 16, .batch = 2}), 9472);
}

TEST(ProductScratch, CopiesALeftSideThatIsTransposed) {
    ProductScratch scratch(2);
    EXPECT_EQ(scratch.bytes({.rows = 512, .columns = 64, .depth = 16, .is_left_transposed = true}), 42368);
    EXPECT_EQ(scratch.bytes({.rows = 512, .columns = 192, .depth = 256, .is_left_transposed = true}), 329088);
    EXPECT_EQ(scratch.bytes({.rows = 576, .columns = 192, .depth = 512, .is_left_transposed = true}), 445824);
    EXPECT_EQ(scratch.bytes({.rows = 344, .columns = 128, .depth = 512, .is_left_transposed = true}), 506752);
    EXPECT_EQ(scratch.bytes({.rows = 512, .columns = 192, .depth = 2048, .is_left_transposed = true}),
              1082880);
}

TEST(ProductScratch, GrowsWithTheThreadsThatShareOneProduct) {
    ProductScratch scratch(8);
    EXPECT_EQ(scratch.bytes({.rows = 32, .columns = 72, .depth = 256}), 266496);
    EXPECT_EQ(scratch.bytes({.rows = 1000, .columns = 8, .depth = 2048, .is_left_transposed = true}),
              2960896);
    EXPECT_EQ(
        scratch.bytes({.rows = 72, .columns = 128, .depth = 72, .batch = 1, .is_left_transposed = true}),
        81280);
}

TEST(ProductScratch, NeedsNothingForWhatIsSmall) {
    ProductScratch scratch(2);
    EXPECT_EQ(scratch.bytes({.rows = 16, .columns = 16, .depth = 16}), 0);
    EXPECT_EQ(scratch.bytes({.rows = 16, .columns = 16, .depth = 8, .batch = 2}), 0);
}

}  // namespace
}  // namespace tunebench::replay
