#include "core/params/row_slice.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

std::pair<std::int64_t, std::int64_t> rows_of(const char* text, std::int64_t rows) {
    const auto slice = parse_row_slice(text);
    EXPECT_TRUE(slice) << text;
    const auto range = slice ? slice->of(rows) : RowSlice::Range{-1, -1};
    return {range.begin, range.end};
}

using Pair = std::pair<std::int64_t, std::int64_t>;

TEST(RowSliceTest, MeansRowsAsPythonDoes) {
    EXPECT_EQ(rows_of("", 10), Pair(0, 10));
    EXPECT_EQ(rows_of("[:]", 10), Pair(0, 10));
    EXPECT_EQ(rows_of("[:3]", 10), Pair(0, 3));
    EXPECT_EQ(rows_of("[3:]", 10), Pair(3, 10));
    EXPECT_EQ(rows_of("[2:5]", 10), Pair(2, 5));
    EXPECT_EQ(rows_of("[2:500]", 10), Pair(2, 10));
    EXPECT_EQ(rows_of("[20:]", 10), Pair(10, 10));
}

TEST(RowSliceTest, RoundsPercentsToWholeRows) {
    EXPECT_EQ(rows_of("[10%:20%]", 1000), Pair(100, 200));
    EXPECT_EQ(rows_of("[:33.3%]", 10), Pair(0, 3));
    EXPECT_EQ(rows_of("[50%:]", 3), Pair(2, 3));
    EXPECT_EQ(rows_of("[5:50%]", 20), Pair(5, 10));
    EXPECT_EQ(rows_of("[15:50%]", 20), Pair(15, 15));
}

TEST(RowSliceTest, NeighbouringSlicesShareNoRowAndMissNone) {
    for (const std::int64_t rows : {0, 1, 2, 3, 7, 99, 100, 101, 12345}) {
        const auto first = rows_of("[:37.5%]", rows);
        const auto second = rows_of("[37.5%:80%]", rows);
        const auto third = rows_of("[80%:]", rows);
        EXPECT_EQ(first.second, second.first);
        EXPECT_EQ(second.second, third.first);
        EXPECT_EQ(third.second, rows);
    }
}

TEST(RowSliceTest, SaysWhetherTheCountMatters) {
    EXPECT_FALSE(parse_row_slice("[2:5]")->depends_on_count());
    EXPECT_TRUE(parse_row_slice("[2:5%]")->depends_on_count());
    EXPECT_TRUE(parse_row_slice("[5%:]")->depends_on_count());
}

TEST(RowSliceTest, RefusesEverythingElse) {
    for (const auto* text :
         {"10%",    "[",     "[]",        ":",       "[1]",    "[1:2",    "1:2]",
          "[a:b]",  "[-1:]", "[-0:5]",    "[1:2:3]", "[1.5:]", "[:101%]", "[5:5]",
          "[7:5]",  "[:0]",  "[20%:10%]", "[1e3:]",  "[nan:]", "[inf:]",  "[:99999999999999999999]",
          "[ 1:2]", "[%:]"}) {
        const auto slice = parse_row_slice(text);
        ASSERT_FALSE(slice) << text;
        EXPECT_EQ(slice.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(slice.error().message.find(text), std::string::npos);
    }
}

}  // namespace
}  // namespace tunebench
