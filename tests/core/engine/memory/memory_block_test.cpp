#include "core/engine/memory/memory_block.h"

#include <cstdint>
#include <cstring>

#include <gtest/gtest.h>

#include "core/engine/memory/kept_blocks.h"

namespace tunebench {
namespace {

TEST(MemoryBlock, IsAlignedAndWritableToItsEnd) {
    for (const std::size_t size : {std::size_t{1}, std::size_t{100}, kOwnPages - 1, kOwnPages,
                                   std::size_t{3} << 20, (std::size_t{5} << 20) + 4096}) {
        auto* block = allocate_block(size);
        ASSERT_TRUE(block) << size;
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(block) % 64, 0U) << size;
        std::memset(block, 1, size);
        free_block(block, size);
    }
}

TEST(MemoryBlock, IsNullWhereThereIsNone) {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "the sanitizer ends the program where there is no memory";
#endif
    EXPECT_FALSE(allocate_block(std::size_t{1} << 60));
}

TEST(KeptBlocks, GivesBackTheSameSizeOnly) {
    KeptBlocks kept;
    auto* block = allocate_block(kOwnPages);
    EXPECT_TRUE(kept.keep(block, kOwnPages, 2 * kOwnPages));
    EXPECT_FALSE(kept.take(2 * kOwnPages));
    EXPECT_EQ(kept.take(kOwnPages), block);
    EXPECT_EQ(kept.bytes(), 0U);
    EXPECT_FALSE(kept.keep(block, kOwnPages, kOwnPages - 1));
    free_block(block, kOwnPages);
}

TEST(KeptBlocks, ShrinksByThoseThatNobodyTookForLongest) {
    KeptBlocks kept;
    constexpr auto kLarge = 2 * kOwnPages;
    auto* first = allocate_block(kOwnPages);
    auto* second = allocate_block(kLarge);
    kept.keep(first, kOwnPages, 4 * kOwnPages);
    kept.keep(second, kLarge, 4 * kOwnPages);
    kept.shrink(kLarge);
    EXPECT_EQ(kept.bytes(), kLarge);
    EXPECT_FALSE(kept.take(kOwnPages));
    EXPECT_EQ(kept.take(kLarge), second);
    free_block(second, kLarge);
}

}  // namespace
}  // namespace tunebench
