#include "core/text/tokenizer/bpe_merger.h"

#include <map>
#include <utility>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace tunebench {
namespace {

using Merges = std::map<std::pair<std::int32_t, std::int32_t>, BpeMerge>;

MergeTable table_of(const Merges& merges) {
    MergeTable table(merges.size());
    for (const auto& [pair, merge] : merges)
        table.set(pair.first, pair.second, merge);
    return table;
}

std::vector<std::int32_t> merged(const std::vector<std::int32_t>& ids, const MergeTable& table) {
    std::vector<ModelToken> symbols;
    for (const std::int32_t id : ids)
        symbols.push_back({id, 1});
    merge_symbols(symbols, table);
    std::vector<std::int32_t> result;
    std::uint32_t length = 0;
    for (const ModelToken& symbol : symbols) {
        result.push_back(symbol.id);
        length += symbol.length;
    }
    EXPECT_EQ(length, ids.size());
    return result;
}

/// The definition, in quadratic time.
std::vector<std::int32_t> merged_plainly(std::vector<std::int32_t> ids, const Merges& merges) {
    while (true) {
        const BpeMerge* best = nullptr;
        std::size_t place = 0;
        for (std::size_t i = 0; i + 1 < ids.size(); ++i) {
            const auto found = merges.find({ids[i], ids[i + 1]});
            if (found != merges.end() && (!best || found->second.rank < best->rank)) {
                best = &found->second;
                place = i;
            }
        }
        if (!best)
            return ids;
        ids[place] = best->id;
        ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(place) + 1);
    }
}

TEST(BpeMergerTest, MergesLowestRankFirstAndLeftmostOfEqualRanks) {
    const MergeTable table = table_of({{{1, 2}, {1, 10}}, {{2, 3}, {0, 11}}, {{1, 1}, {2, 12}}});
    EXPECT_EQ(merged({1, 2, 3}, table), (std::vector{1, 11}));
    EXPECT_EQ(merged({1, 1, 1}, table), (std::vector{12, 1}));
    EXPECT_EQ(merged({}, table), std::vector<std::int32_t>{});
    EXPECT_EQ(merged({7}, table), (std::vector{7}));
}

TEST(BpeMergerTest, EqualsTheDefinitionOnRandomMerges) {
    Random random(11);
    for (int round = 0; round < 400; ++round) {
        Merges merges;
        for (std::uint32_t rank = 0; rank < 30; ++rank) {
            const auto any = [&] { return static_cast<std::int32_t>(random.below(4 + rank)); };
            merges.try_emplace({any(), any()}, BpeMerge{rank, static_cast<std::int32_t>(4 + rank)});
        }
        std::vector<std::int32_t> ids;
        for (std::uint64_t i = random.below(60); i > 0; --i)
            ids.push_back(static_cast<std::int32_t>(random.below(4)));
        ASSERT_EQ(merged(ids, table_of(merges)), merged_plainly(ids, merges));
    }
}

TEST(BpeMergerTest, MergesThatLeadInCirclesEnd) {
    const MergeTable table =
        table_of({{{1, 1}, {0, 2}}, {{2, 2}, {1, 1}}, {{1, 2}, {2, 1}}, {{2, 1}, {3, 2}}});
    EXPECT_LE(merged(std::vector<std::int32_t>(1000, 1), table).size(), 2U);
}

TEST(MergeTableTest, PairSetTwiceKeepsTheLaterMerge) {
    MergeTable table(2);
    table.set(1, 2, {0, 3});
    table.set(1, 2, {1, 4});
    ASSERT_NE(table.find(1, 2), nullptr);
    EXPECT_EQ(table.find(1, 2)->id, 4);
    EXPECT_EQ(table.find(2, 1), nullptr);
    EXPECT_EQ(MergeTable(0).find(0, 0), nullptr);
}

}  // namespace
}  // namespace tunebench
