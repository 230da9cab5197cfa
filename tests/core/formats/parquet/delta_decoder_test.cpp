#include "core/formats/parquet/delta_decoder.h"

#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "tests/core/formats/parquet/parquet_bytes.h"

namespace tunebench::parquet {
namespace {

using test::varint;
using test::zigzag;
using Numbers = std::vector<std::int64_t>;

std::string header(std::uint64_t block, std::uint64_t miniblocks, std::uint64_t count, std::int64_t first) {
    return varint(block) + varint(miniblocks) + varint(count) + zigzag(first);
}

Numbers decoded(const std::string& bytes) {
    auto decoder = DeltaDecoder::open(test::bytes_of(bytes));
    Numbers numbers;
    while (decoder) {
        const auto number = decoder->next();
        if (!number)
            break;
        numbers.push_back(*number);
    }
    return numbers;
}

TEST(DeltaDecoderTest, TheSpecificationsExamples) {
    EXPECT_EQ(decoded(std::string("\x08\x01\x05\x02\x02\x00", 6)), (Numbers{1, 2, 3, 4, 5}));
    EXPECT_EQ(decoded("\x08\x01\x08\x0e\x03\x02\xc0\x3f"), (Numbers{7, 5, 3, 1, 2, 3, 4, 5}));
}

TEST(DeltaDecoderTest, OneNumberStandsInTheHeader) {
    EXPECT_EQ(decoded(header(128, 4, 1, -7)), Numbers{-7});
    EXPECT_EQ(decoded(header(128, 4, 0, 0)), Numbers());
}

TEST(DeltaDecoderTest, MiniblocksHaveWidthsOfTheirOwn) {
    // 33 differences: 32 of 1 + (0 or 1), then one of 1 + 5; two miniblocks are not needed and have no bytes.
    std::vector<std::uint32_t> first(32);
    Numbers expected = {100};
    for (std::size_t i = 0; i < first.size(); ++i) {
        first[i] = i % 2;
        expected.push_back(expected.back() + 1 + static_cast<std::int64_t>(first[i]));
    }
    expected.push_back(expected.back() + 6);
    std::vector<std::uint32_t> second(32);
    second[0] = 5;
    const auto bytes = header(128, 4, 34, 100) + zigzag(1) + std::string("\x01\x03\x63\x63") +
                       test::packed(first, 1) + test::packed(second, 3);
    EXPECT_EQ(decoded(bytes), expected);
}

TEST(DeltaDecoderTest, BlocksFollowEachOther) {
    Numbers expected;
    for (std::int64_t i = 0; i < 300; ++i)
        expected.push_back(i < 129 ? i : 128 - 2 * (i - 128));
    const std::string no_bits(4, '\0');
    EXPECT_EQ(
        decoded(header(128, 4, 300, 0) + zigzag(1) + no_bits + zigzag(-2) + no_bits + zigzag(-2) + no_bits),
        expected);
}

TEST(DeltaDecoderTest, SumsWrapAround) {
    constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(decoded(header(8, 1, 2, kMost) + zigzag(1) + '\0'), (Numbers{kMost, kLeast}));
    EXPECT_EQ(decoded(header(8, 1, 2, kLeast) + zigzag(-1) + '\0'), (Numbers{kLeast, kMost}));
}

TEST(DeltaDecoderTest, WidthsGoTo64Bits) {
    std::string packed(64, '\0');
    packed.replace(0, 8, test::little_endian(~std::uint64_t{0}));
    packed.replace(8, 8, test::little_endian(std::uint64_t{5}));
    EXPECT_EQ(decoded(header(8, 1, 3, 10) + zigzag(0) + '\x40' + packed), (Numbers{10, 9, 14}));
    EXPECT_EQ(decoded(header(8, 1, 3, 10) + zigzag(0) + '\x41' + packed + std::string(64, '\0')),
              Numbers{10});
}

TEST(DeltaDecoderTest, TellsWhatFollows) {
    const std::string stream("\x08\x01\x08\x0e\x03\x02\xc0\x3f");
    const auto bytes = stream + "behind";
    auto decoder = DeltaDecoder::open(test::bytes_of(bytes));
    ASSERT_TRUE(decoder);
    const auto behind = std::move(*decoder).behind();
    ASSERT_TRUE(behind);
    EXPECT_EQ(behind->size(), 6U);
}

TEST(DeltaDecoderTest, EveryTruncationEndsEarly) {
    const std::string whole("\x08\x01\x08\x0e\x03\x02\xc0\x3f");
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto part = whole.substr(0, length);
        EXPECT_LT(decoded(part).size(), 8U) << length;
        auto decoder = DeltaDecoder::open(test::bytes_of(part));
        EXPECT_FALSE(decoder && std::move(*decoder).behind()) << length;
    }
}

TEST(DeltaDecoderTest, HeadersThatCannotBeAreRefused) {
    const auto opens = [](const std::string& bytes) {
        return DeltaDecoder::open(test::bytes_of(bytes)).has_value();
    };
    EXPECT_TRUE(opens(header(128, 4, 5, 0)));
    EXPECT_FALSE(opens(header(0, 1, 5, 0)));
    EXPECT_FALSE(opens(header(128, 0, 5, 0)));
    EXPECT_FALSE(opens(header(128, 3, 5, 0)));    // no divisor
    EXPECT_FALSE(opens(header(128, 128, 5, 0)));  // miniblocks of one value
    EXPECT_FALSE(opens(header(128, ~std::uint64_t{0}, 5, 0)));
    EXPECT_FALSE(opens(header(std::uint64_t{1} << 40, 4, 5, 0)));
    EXPECT_FALSE(opens(header(128, 4, std::uint64_t{1} << 31, 0)));
}

}  // namespace
}  // namespace tunebench::parquet
