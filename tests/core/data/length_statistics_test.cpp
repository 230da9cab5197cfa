#include "core/data/length_statistics.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(LengthStatisticsTest, PercentilesAreNearestRanks) {
    std::vector<std::int64_t> lengths;
    for (std::int64_t i = 100; i >= 1; --i)
        lengths.push_back(i);
    const auto statistics = length_statistics(lengths);
    EXPECT_EQ(statistics.shortest, 1);
    EXPECT_EQ(statistics.median, 50);
    EXPECT_EQ(statistics.percentile_90, 90);
    EXPECT_EQ(statistics.percentile_99, 99);
    EXPECT_EQ(statistics.longest, 100);
    EXPECT_EQ(statistics.histogram,
              (std::vector<LengthStatistics::Bin>{{16, 16}, {32, 16}, {64, 32}, {128, 36}}));
    EXPECT_EQ(length_statistics({}).longest, 0);
    EXPECT_EQ(length_statistics({7}).percentile_99, 7);
}

}  // namespace
}  // namespace tunebench
