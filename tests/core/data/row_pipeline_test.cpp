#include "core/data/row_pipeline.h"

#include <atomic>
#include <limits>
#include <stdexcept>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

constexpr auto kAll = std::numeric_limits<std::int64_t>::max();

/// Rows 1 to `count`; every hundredth cannot be read.
RowPipeline::Read rows_to(std::int64_t count, std::int64_t& position) {
    return [count, &position]() -> std::optional<Result<DataRow>> {
        if (position == count)
            return std::nullopt;
        if (++position % 100 == 0)
            return Result<DataRow>(Error{.message = std::to_string(position)});
        return Result<DataRow>(DataRow{.line = position});
    };
}

Result<PreparedRow> prepared(DataRow row) {
    PreparedRow result{.row = std::move(row)};
    result.example.source_line = result.row.line;
    return result;
}

TEST(RowPipelineTest, RowsAndErrorsComeInTheOrderOfTheFile) {
    for (const std::int64_t count : {0, 1, 63, 64, 65, 5000}) {
        std::int64_t position = 0;
        RowPipeline pipeline(rows_to(count, position), prepared);
        for (std::int64_t line = 1; line <= count; ++line) {
            const auto row = pipeline.next(kAll);
            ASSERT_TRUE(row);
            if (line % 100 == 0) {
                EXPECT_EQ(row->error().message, std::to_string(line));
            } else
                EXPECT_EQ((*row)->example.source_line, line);
        }
        EXPECT_FALSE(pipeline.next(kAll));
        EXPECT_FALSE(pipeline.next(kAll)) << "at the end it stays";
    }
}

TEST(RowPipelineTest, ReadsNoMoreThanIsWanted) {
    std::int64_t position = 0;
    RowPipeline pipeline(rows_to(5000, position), prepared);
    for (std::int64_t left = 99; left > 0; --left)
        ASSERT_TRUE(pipeline.next(left));
    EXPECT_EQ(position, 99);
}

TEST(RowPipelineTest, ReadsOnlySomeAhead) {
    std::int64_t position = 0;
    RowPipeline pipeline(rows_to(1000000, position), prepared);
    ASSERT_TRUE(pipeline.next(kAll));
    EXPECT_LT(position, 16 * 4 * 64 + 1);
}

TEST(RowPipelineTest, MayEndInTheMiddle) {
    std::int64_t position = 0;
    std::atomic<int> done = 0;
    {
        RowPipeline pipeline(rows_to(5000, position), [&](DataRow row) {
            ++done;
            return prepared(std::move(row));
        });
        ASSERT_TRUE(pipeline.next(kAll));
    }
    EXPECT_GE(done, 1);
}

TEST(RowPipelineTest, WhatAThreadThrowsArrives) {
    std::int64_t position = 0;
    RowPipeline pipeline(rows_to(5000, position),
                         [](DataRow) -> Result<PreparedRow> { throw std::runtime_error("no memory"); });
    EXPECT_THROW(pipeline.next(kAll), std::runtime_error);
}

}  // namespace
}  // namespace tunebench
