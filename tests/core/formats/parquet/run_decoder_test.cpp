#include "core/formats/parquet/run_decoder.h"

#include <vector>

#include <gtest/gtest.h>

#include "tests/core/formats/parquet/parquet_bytes.h"

namespace tunebench::parquet {
namespace {

using Numbers = std::vector<std::uint32_t>;

Numbers decoded(const std::string& bytes, unsigned width, std::size_t limit = 1000) {
    RunDecoder runs(test::bytes_of(bytes), width);
    Numbers numbers;
    while (numbers.size() < limit) {
        const auto number = runs.next();
        if (!number)
            break;
        numbers.push_back(*number);
    }
    return numbers;
}

TEST(RunDecoderTest, TheSpecificationsExampleOfBitPacking) {
    // 0 to 7 in 3 bits: 10001000 11000110 11111010
    EXPECT_EQ(decoded("\x03\x88\xC6\xFA", 3), (Numbers{0, 1, 2, 3, 4, 5, 6, 7}));
}

TEST(RunDecoderTest, RepeatedRunsHaveWholeBytes) {
    EXPECT_EQ(decoded("\x06\x05", 3), (Numbers{5, 5, 5}));
    EXPECT_EQ(decoded("\x04\x34\x12", 12), (Numbers{0x1234, 0x1234}));
    EXPECT_EQ(decoded("\x02\x78\x56\x34\x12", 32), (Numbers{0x12345678}));
}

TEST(RunDecoderTest, RunsFollowEachOther) {
    const auto bytes = test::repeated_run(2, 1, 2) + test::packed_run({3, 2, 1, 0, 3, 2, 1, 0}, 2) +
                       test::repeated_run(300, 2, 2);
    auto expected = Numbers{1, 1, 3, 2, 1, 0, 3, 2, 1, 0};
    expected.insert(expected.end(), 300, 2);
    EXPECT_EQ(decoded(bytes, 2), expected);
}

TEST(RunDecoderTest, EveryWidthIsUnpacked) {
    for (int width = 1; width <= 32; ++width) {
        const auto largest = static_cast<std::uint32_t>((std::uint64_t{1} << width) - 1);
        const Numbers numbers = {largest, 0, largest / 3, 1, largest - 1, largest / 2, 0, largest};
        EXPECT_EQ(decoded(test::packed_run(numbers, width), static_cast<unsigned>(width)), numbers) << width;
    }
}

TEST(RunDecoderTest, NumbersOfNoBitsAreZero) {
    EXPECT_EQ(decoded(test::repeated_run(3, 0, 0) + test::packed_run({0}, 0), 0), Numbers(11, 0));
}

TEST(RunDecoderTest, APackedRunWithoutItsFillingIsReadAsFarAsItGoes) {
    EXPECT_EQ(decoded("\x03\x88", 3), (Numbers{0, 1}));
}

TEST(RunDecoderTest, WhatIsCutOffEnds) {
    EXPECT_EQ(decoded("", 3), Numbers());
    EXPECT_EQ(decoded("\x06", 3), Numbers());
    EXPECT_EQ(decoded("\x04\x34", 12), Numbers());
    EXPECT_EQ(decoded("\x03", 3), Numbers());
    EXPECT_EQ(decoded("\x80", 3), Numbers());
}

TEST(RunDecoderTest, EmptyAndOverlongRunsAreRefused) {
    EXPECT_EQ(decoded(std::string("\x00\x01", 2), 1), Numbers());
    EXPECT_EQ(decoded("\x01", 1), Numbers());
    EXPECT_EQ(decoded(test::varint(std::uint64_t{1} << 40) + "\x01", 1), Numbers());
    EXPECT_EQ(decoded(test::varint(~std::uint64_t{0}), 0), Numbers());
    EXPECT_EQ(decoded(test::repeated_run(0x7FFFFFFF, 1, 1), 1, 100),
              Numbers(100, 1));  // long, but taken one by one
}

}  // namespace
}  // namespace tunebench::parquet
