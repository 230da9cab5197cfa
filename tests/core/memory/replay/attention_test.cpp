// What attention to a cache takes, by hand.
#include "core/memory/replay/attention.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace tunebench::replay {
namespace {

/// At the peak, beside query and cache.
std::uint64_t taken(std::int64_t queries, std::int64_t keys, const AttentionShape& shape, int width) {
    Replay replay(Machine{});
    const Replay::Recording off(replay, false);
    const auto query = replay.make_as(Item::Weights, queries, shape.heads * shape.head_dim, width);
    attention_cached(replay, query, keys, shape);
    return replay.ledger().peak().of(Item::Temporaries);
}

constexpr AttentionShape kOneQuery{.heads = 4, .key_value_heads = 4, .head_dim = 8};

TEST(AttentionTest, OneQuerySeesAllKeysOfACache) {
    // Scores of 200 keys and what they mix.
    EXPECT_EQ(taken(1, 200, kOneQuery, kWide), 4U * 200 * kWide + 32 * kWide);
    auto windowed = kOneQuery;
    windowed.window = 50;
    EXPECT_EQ(taken(1, 200, windowed, kWide), 4U * 50 * kWide + 32 * kWide);
    windowed.sees_all_of_prefix = true;
    EXPECT_EQ(taken(1, 200, windowed, kWide), taken(1, 200, kOneQuery, kWide));
}

TEST(AttentionTest, ProductsOfNarrowNumbersCopyWhatTheCacheHasApart) {
    // Beside scores and what they mix: all values, and what one thread needs for 200 of them at a time, which
    // are rounded up to 224.
    constexpr std::uint64_t kRoom = 768, kDeepRoom = 2 * 64 * 224 + kRoom;
    constexpr std::uint64_t kScores = 4 * 200 * 2, kMixed = 32 * 2, kValues = 200 * 32 * 2;
    EXPECT_EQ(taken(1, 200, kOneQuery, 2), kScores + kMixed + kValues + kDeepRoom);
    auto one_head = kOneQuery;
    one_head.heads = one_head.key_value_heads = 1;
    one_head.head_dim = 32;
    // The values of a single head lie together, its keys are turned.
    constexpr std::uint64_t kOfOneHead = 200 * 2 + 200 * 32 * 2 + 2 * 64 * 32 + kRoom;
    constexpr std::uint64_t kMixedOfOneHead = 200 * 2 + 32 * 2 + kDeepRoom;
    EXPECT_EQ(taken(1, 200, one_head, 2), std::max(kOfOneHead, kMixedOfOneHead));
}

TEST(AttentionTest, QueriesThatShareKeysAreCopied) {
    auto shared = kOneQuery;
    shared.key_value_heads = 2;
    const auto apart = taken(10, 10, kOneQuery, kWide);
    EXPECT_EQ(apart, 4U * 10 * 10 * kWide + 10 * 32 * kWide);
    EXPECT_EQ(taken(10, 10, shared, kWide), apart + 10 * 32 * kWide);
    EXPECT_EQ(taken(1, 10, shared, kWide), taken(1, 10, kOneQuery, kWide));
}

}  // namespace
}  // namespace tunebench::replay
