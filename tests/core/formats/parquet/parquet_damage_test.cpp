// Files that are cut off, changed, or put together to do harm.
#include <fstream>
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include "tests/core/formats/parquet/parquet_bytes.h"
#include "tests/core/formats/parquet/parquet_rows.h"

namespace tunebench {
namespace {

using test::kInt64;
using test::kOptional;
using test::kRepeated;
using test::packed_run;
using test::parquet_bytes;
using test::plain_texts;
using test::refusal_of;
using test::repeated_run;
using test::TestChunk;
using test::TestField;
using test::TestPage;
using test::text_field;
using test::ThriftStruct;

std::string town_file(const std::string& name) {
    std::ifstream in(std::string(TUNEBENCH_SOURCE_DIR) + "/tests/data/parquet/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string one_column(const TestField& field, const TestChunk& chunk, std::int64_t rows = 1) {
    return parquet_bytes({field}, {{.rows = rows, .columns = {chunk}}});
}

TestChunk text_chunk(const std::string& pages, std::int64_t values = 1) {
    return {.values = values, .pages = pages};
}

const TestPage kOneText{.count = 1, .values = plain_texts({"text"})};

std::string with_footer(const ThriftStruct& footer) {
    const auto bytes = footer.bytes();
    return "PAR1" + bytes + test::little_endian(static_cast<std::uint32_t>(bytes.size())) + "PAR1";
}

TEST(ParquetDamageTest, EveryTruncationIsAnError) {
    const auto file = town_file("duckdb-snappy-v1.parquet");
    ASSERT_GT(file.size(), 500U);
    for (std::size_t length = 0; length < file.size(); ++length) {
        const auto read = test::read_parquet(file.substr(0, length));
        ASSERT_TRUE(read.error) << length;
        EXPECT_TRUE(read.rows.empty());
    }
    EXPECT_EQ(refusal_of(file.substr(0, 100)), "x.parquet: it is a Parquet file without its end");
    EXPECT_EQ(refusal_of(""), "x.parquet: it is not a Parquet file");
    EXPECT_EQ(refusal_of("{\"text\": \"JSON\"}"), "x.parquet: it is not a Parquet file");
}

TEST(ParquetDamageTest, AHoleInTheMiddleIsAnError) {
    const auto file = town_file("arrow-rs-pages.parquet");
    for (std::size_t at = 4; at < 300; ++at)
        EXPECT_TRUE(test::read_parquet(file.substr(0, at) + file.substr(at + 1)).error) << at;
}

/// What comes out may be wrong, since most files have no checksums; but it comes to an end.
TEST(ParquetDamageTest, ChangedBitsDoNoHarm) {
    for (const auto* name : {"arrow-rs-delta.parquet", "arrow-rs-pages.parquet", "duckdb-zstd-v2.parquet",
                             "duckdb-lz4_raw-v2.parquet", "hyparquet-snappy.parquet"}) {
        const auto file = town_file(name);
        for (std::size_t bit = 0; bit < 8 * file.size(); bit += 7) {
            auto changed = file;
            changed[bit / 8] =
                static_cast<char>(static_cast<unsigned char>(changed[bit / 8]) ^ 1U << (bit % 8));
            test::read_parquet(changed);
        }
    }
}

TEST(ParquetDamageTest, RandomBytesInPlaceOfPagesDoNoHarm) {
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        auto file = town_file("arrow-rs-delta.parquet");
        for (int j = 0; j < 8; ++j)
            file[4 + random() % 500] = static_cast<char>(random());
        test::read_parquet(file);
    }
}

TEST(ParquetDamageTest, APageThatDoesNotHaveItsChecksumIsAnError) {
    auto page = test::data_page_v1(kOneText, test::kUncompressed, true);
    EXPECT_EQ(test::rows_of(one_column(text_field("t"), text_chunk(page))).size(), 1U);
    page.back() = 'T';
    EXPECT_EQ(refusal_of(one_column(text_field("t"), text_chunk(page))),
              "x.parquet row 1: column 't': the page at byte 4: its bytes do not have its checksum");
}

TEST(ParquetDamageTest, EncryptionIsNamed) {
    const auto whole = test::read_parquet("PARE" + std::string(100, '\0') + "PARE");
    ASSERT_TRUE(whole.error);
    EXPECT_EQ(whole.error->code, ErrorCode::Unsupported);
    EXPECT_NE(whole.error->message.find("encrypted"), std::string::npos);

    const auto column = ThriftStruct().integer64(2, 0).structure(8, ThriftStruct().structure(1, {})).bytes();
    const auto group = ThriftStruct().list(1, ThriftStruct::kStruct, {column}).integer64(3, 1).bytes();
    std::vector<std::string> schema;
    test::append_element(schema, {.name = "schema", .children = {text_field("secret")}}, true);
    EXPECT_EQ(refusal_of(with_footer(ThriftStruct()
                                         .list(2, ThriftStruct::kStruct, schema)
                                         .integer64(3, 1)
                                         .list(4, ThriftStruct::kStruct, {group}))),
              "x.parquet row 1: column 'secret': it is encrypted");
}

TEST(ParquetDamageTest, AFileOfReferencesIsNamed) {
    const auto column = ThriftStruct().text(1, "part-0.parquet").integer64(2, 0).bytes();
    const auto group = ThriftStruct().list(1, ThriftStruct::kStruct, {column}).integer64(3, 1).bytes();
    std::vector<std::string> schema;
    test::append_element(schema, {.name = "schema", .children = {text_field("t")}}, true);
    EXPECT_EQ(refusal_of(with_footer(ThriftStruct()
                                         .list(2, ThriftStruct::kStruct, schema)
                                         .integer64(3, 1)
                                         .list(4, ThriftStruct::kStruct, {group}))),
              "x.parquet row 1: column 't': it lies in another file");
}

TEST(ParquetDamageTest, FootersThatClaimTooMuchAreErrors) {
    EXPECT_NE(refusal_of("PAR1" + test::little_endian(std::uint32_t{5}) + "PAR1"), "none");
    EXPECT_NE(refusal_of("PAR1" + test::little_endian(~std::uint32_t{0}) + "PAR1"), "none");
    EXPECT_NE(refusal_of(with_footer({})), "none");
    const auto list_of = [](std::uint64_t count, int type) {
        return test::byte_of(0xF0U | static_cast<unsigned>(type)) + test::varint(count);
    };
    for (const int field : {2, 4})
        EXPECT_NE(refusal_of(with_footer(
                      ThriftStruct().add(field, ThriftStruct::kList, list_of(~std::uint64_t{0}, 12)))),
                  "none");
    // Two million empty structs: the bytes could hold them, but no schema has so many.
    EXPECT_NE(refusal_of(with_footer(ThriftStruct().add(
                  2, ThriftStruct::kList, list_of(2'000'000, 12) + std::string(2'000'000, '\0')))),
              "none");
}

TEST(ParquetDamageTest, RowGroupsThatDoNotFitTheFileAreErrors) {
    const auto page = test::data_page_v1(kOneText);
    EXPECT_EQ(refusal_of(parquet_bytes({text_field("a"), text_field("b")},
                                       {{.rows = 1, .columns = {text_chunk(page)}}})),
              "x.parquet: row group 0 has 1 columns instead of 2");
    EXPECT_EQ(refusal_of(parquet_bytes({text_field("a")}, {{.rows = -1, .columns = {text_chunk(page)}},
                                                           {.rows = 2, .columns = {text_chunk(page)}}})),
              "x.parquet: row group 0 claims -1 of 1 rows");
}

TEST(ParquetDamageTest, ColumnsOutsideTheFileAreErrors) {
    const auto page = test::data_page_v1(kOneText);
    for (const auto error : {std::int64_t{-4}, std::int64_t{-100}, std::int64_t{1}, std::int64_t{1} << 62,
                             std::numeric_limits<std::int64_t>::min() + 4}) {
        auto chunk = text_chunk(page);
        chunk.offset_error = error;
        EXPECT_NE(refusal_of(one_column(text_field("t"), chunk)).find("are not in the file"),
                  std::string::npos);
    }
}

TEST(ParquetDamageTest, CountsThatTheValuesDoNotHaveAreErrors) {
    const auto page = test::data_page_v1(kOneText);
    const auto refusal = [&](std::int64_t values, std::int64_t rows) {
        return refusal_of(one_column(text_field("t"), text_chunk(page, values), rows));
    };
    EXPECT_NE(refusal(2, 2).find("fewer values than the footer says"), std::string::npos);
    EXPECT_NE(refusal(1, 2).find("ends before the row group"), std::string::npos);
    EXPECT_NE(refusal(0, 1).find("ends before the row group"), std::string::npos);
    EXPECT_NE(refusal(-1, 1).find("negative number of values"), std::string::npos);
    EXPECT_NE(refusal(std::numeric_limits<std::int64_t>::max(), 1).find("fewer values"), std::string::npos);
    const auto two = test::data_page_v1({.count = 2, .values = plain_texts({"a", "b"})});
    EXPECT_NE(refusal_of(one_column(text_field("t"), text_chunk(two, 2))).find("goes on behind"),
              std::string::npos);
    EXPECT_NE(refusal_of(one_column(text_field("t"), text_chunk(two, 1))).find("2 of the 1 values"),
              std::string::npos);
    const auto none = test::data_page_v1({.count = -1});
    EXPECT_NE(refusal_of(one_column(text_field("t"), text_chunk(none))).find("-1 of the 1"),
              std::string::npos);
    const auto cut = test::data_page_v1({.count = 1, .values = "abc"});
    EXPECT_NE(refusal_of(one_column(text_field("t"), text_chunk(cut))).find("values of a page end too early"),
              std::string::npos);
}

TEST(ParquetDamageTest, AColumnOfAnotherTypeThanItsSchemaIsAnError) {
    auto chunk = text_chunk(test::data_page_v1(kOneText));
    chunk.type = kInt64;
    EXPECT_NE(refusal_of(one_column(text_field("t"), chunk)).find("another type"), std::string::npos);
}

TEST(ParquetDamageTest, LevelsThatCannotBeAreErrors) {
    const auto refusal = [](const TestPage& page, std::int64_t rows = 1) {
        return refusal_of(
            one_column(text_field("t", kRepeated), text_chunk(test::data_page_v1(page), page.count), rows));
    };
    const auto one = packed_run({1}, 1);
    EXPECT_NE(refusal({.count = 1, .repetitions = one, .definitions = one, .values = plain_texts({"a"})})
                  .find("belongs to no row"),
              std::string::npos);
    EXPECT_NE(
        refusal({.count = 9, .repetitions = repeated_run(8, 0, 1), .definitions = repeated_run(9, 0, 1)}, 9)
            .find("levels of a page end too early"),
        std::string::npos);
    EXPECT_NE(
        refusal({.count = 1, .repetitions = repeated_run(1, 0, 1), .definitions = "\x02"}).find("levels"),
        std::string::npos);
    EXPECT_NE(
        refusal({.count = 1, .repetitions = repeated_run(1, 0, 1), .definitions = repeated_run(1, 7, 1)})
            .find("too high"),
        std::string::npos);
    // Lengths of the levels beyond the page
    auto page = test::data_page_v1({.count = 1, .repetitions = one, .definitions = one});
    page.replace(page.size() - 6, 4, "\xff\xff\xff\x7f");
    EXPECT_NE(refusal_of(one_column(text_field("t", kRepeated), text_chunk(page))).find("cut off"),
              std::string::npos);
}

TEST(ParquetDamageTest, ColumnsOfAStructThatDisagreeAreErrors) {
    const TestField group{
        .name = "g", .repetition = kRepeated, .children = {text_field("a"), text_field("b")}};
    const auto column = [](std::vector<std::uint32_t> repetitions, std::vector<std::uint32_t> definitions) {
        const auto count = static_cast<int>(definitions.size());
        return text_chunk(test::data_page_v1({.count = count,
                                              .repetitions = packed_run(std::move(repetitions), 1),
                                              .definitions = packed_run(std::move(definitions), 1),
                                              .values = plain_texts({"x", "y"})}),
                          count);
    };
    const auto refusal = [&](const TestChunk& a, const TestChunk& b) {
        return refusal_of(parquet_bytes({group}, {{.rows = 1, .columns = {a, b}}}));
    };
    EXPECT_EQ(refusal(column({0, 1}, {1, 1}), column({0, 1}, {1, 1})), "none");
    EXPECT_NE(refusal(column({0, 1}, {1, 1}), column({0}, {1})).find("do not fit"), std::string::npos);
    EXPECT_NE(refusal(column({0}, {1}), column({0}, {0})).find("do not fit"), std::string::npos);
}

TEST(ParquetDamageTest, SizesOfPagesThatCannotBeAreErrors) {
    const auto refusal = [](std::int64_t unpacked, std::int64_t stored, int codec) {
        ThriftStruct data;
        data.integer32(1, 1).integer32(2, test::kPlain).integer32(3, test::kRle).integer32(4, test::kRle);
        ThriftStruct header;
        header.integer32(1, 0).integer32(2, unpacked).integer32(3, stored).structure(5, data);
        auto chunk = text_chunk(header.bytes() + std::string(1000, '\0'));
        chunk.codec = codec;
        return refusal_of(one_column(text_field("t"), chunk));
    };
    EXPECT_NE(refusal(-1, 100, test::kZstd).find("negative size"), std::string::npos);
    EXPECT_NE(refusal(100, -1, test::kZstd).find("negative size"), std::string::npos);
    EXPECT_NE(refusal(100, 1001, test::kZstd).find("has only 1000 left"), std::string::npos);
    EXPECT_NE(refusal(2147483647, 1000, test::kZstd).find("more than 256.00 MiB"), std::string::npos);
    EXPECT_NE(refusal(200 << 20, 1000, test::kGzip).find("do not unpack"),
              std::string::npos);  // beyond any ratio
    EXPECT_NE(refusal(20 << 20, 1000, test::kZstd).find("do not unpack"), std::string::npos);
}

TEST(ParquetDamageTest, LevelsOfVersion2LongerThanTheirPageAreErrors) {
    for (const auto& [definitions, repetitions] : {std::pair{5, 0}, std::pair{0, 5}, std::pair{-1, 0},
                                                   std::pair{0, -1}, std::pair{INT32_MAX, INT32_MAX}}) {
        ThriftStruct data;
        data.integer32(1, 1).integer32(4, test::kPlain).integer32(5, definitions).integer32(6, repetitions);
        ThriftStruct header;
        header.integer32(1, 3).integer32(2, 4).integer32(3, 4).structure(8, data);
        EXPECT_NE(refusal_of(one_column(text_field("t"), text_chunk(header.bytes() + "abcd")))
                      .find("levels are longer"),
                  std::string::npos);
    }
}

TEST(ParquetDamageTest, DictionariesThatCannotBeAreErrors) {
    const auto refusal = [](const std::string& pages) {
        return refusal_of(one_column(text_field("t"), text_chunk(pages)));
    };
    const TestPage indexed{.count = 1, .values = '\x01' + packed_run({1}, 1), .encoding = test::kDictionary};
    const auto data = test::data_page_v1(indexed);
    const auto good = test::dictionary_page(2, plain_texts({"a", "b"}));
    EXPECT_EQ(refusal(good + data), "none");
    EXPECT_NE(refusal(data).find("values of a page"), std::string::npos);  // no dictionary
    EXPECT_NE(refusal(test::dictionary_page(1, plain_texts({"a"})) + data).find("values of a page"),
              std::string::npos);
    EXPECT_NE(refusal(test::dictionary_page(3, plain_texts({"a", "b"})) + data).find("cut off"),
              std::string::npos);
    EXPECT_NE(refusal(test::dictionary_page(2147483647, "") + data).find("claims"), std::string::npos);
    EXPECT_NE(refusal(test::dictionary_page(-1, "") + data).find("is none"), std::string::npos);
    EXPECT_NE(refusal(good + good + data).find("is none"), std::string::npos);
}

TEST(ParquetDamageTest, ARowThatGrowsWithoutBoundIsRefused) {
    // Two thousand million nulls in one list, in a dozen bytes.
    constexpr int kMany = 2'000'000'000;
    const TestField list{.name = "l",
                         .repetition = kOptional,
                         .children = {{.name = "list",
                                       .repetition = kRepeated,
                                       .children = {text_field("element", kOptional)}}},
                         .converted = 3};
    const auto first = test::data_page_v1(
        {.count = 1, .repetitions = repeated_run(1, 0, 1), .definitions = repeated_run(1, 2, 2)});
    const auto rest = test::data_page_v1(
        {.count = kMany, .repetitions = repeated_run(kMany, 1, 1), .definitions = repeated_run(kMany, 2, 2)});
    EXPECT_EQ(refusal_of(one_column(list, text_chunk(first + rest, std::int64_t{kMany} + 1))),
              "x.parquet row 1: the row has more than 1048576 values");

    // One text of a dictionary, again and again.
    const auto dictionary = test::dictionary_page(1, plain_texts({std::string(1 << 20, 'x')}));
    const TestPage texts{.count = 100,
                         .repetitions = repeated_run(1, 0, 1) + repeated_run(99, 1, 1),
                         .definitions = repeated_run(100, 1, 1),
                         .values = '\x01' + repeated_run(100, 0, 1),
                         .encoding = test::kDictionary};
    EXPECT_EQ(refusal_of(one_column(text_field("l", kRepeated),
                                    text_chunk(dictionary + test::data_page_v1(texts), 100))),
              "x.parquet row 1: the row has more than 16.00 MiB");
}

TEST(ParquetDamageTest, LimitsOfARowAreThoseThatAreAskedFor) {
    const auto file = one_column(text_field("t"), text_chunk(test::data_page_v1(kOneText)));
    EXPECT_FALSE(test::read_parquet(file, {}, {.max_bytes = 4}).error);
    EXPECT_TRUE(test::read_parquet(file, {}, {.max_bytes = 3}).error);
}

TEST(ParquetDamageTest, BehindAnErrorOfTheFileIsTheEnd) {
    const test::FileOfBytes file(one_column(text_field("t"), text_chunk("garbage")));
    auto reader = ParquetReader::open(file.path());
    ASSERT_TRUE(reader);
    EXPECT_FALSE(reader->next());
    const auto second = reader->next();
    ASSERT_TRUE(second);
    EXPECT_FALSE(*second);
    EXPECT_EQ(reader->row(), 0);
}

TEST(ParquetDamageTest, BehindAValueThatJsonCannotHaveReadingGoesOn) {
    const auto page = test::data_page_v1({.count = 4, .values = plain_texts({"a", "\xff", "c", "\xfe"})});
    const test::FileOfBytes file(one_column(text_field("t"), text_chunk(page, 4), 4));
    auto reader = ParquetReader::open(file.path());
    ASSERT_TRUE(reader);
    EXPECT_EQ((*reader->next())->number, 1);
    EXPECT_NE(reader->next().error().message.find("row 2: column 't'"), std::string::npos);
    const auto third = reader->next();
    ASSERT_TRUE(third && *third);
    EXPECT_EQ((*third)->number, 3);
    EXPECT_EQ((*third)->value["t"], "c");
    EXPECT_NE(reader->next().error().message.find("row 4: column 't'"), std::string::npos);
    EXPECT_FALSE(*reader->next());
}

TEST(ParquetDamageTest, AFileThatBecomesShorterIsAnErrorAndNoCrash) {
    const test::FileOfBytes file(town_file("duckdb-snappy-v1.parquet"));
    auto reader = ParquetReader::open(file.path());
    ASSERT_TRUE(reader);
    file.shorten(50);
    const auto row = reader->next();
    ASSERT_FALSE(row);
    EXPECT_NE(row.error().message.find("became shorter"), std::string::npos);
}

TEST(ParquetDamageTest, EncodingsOfLevelsThatAreNotReadAreNamed) {
    ThriftStruct data;
    data.integer32(1, 1).integer32(2, test::kPlain).integer32(3, 4).integer32(4, 4);  // BIT_PACKED
    ThriftStruct header;
    header.integer32(1, 0).integer32(2, 1).integer32(3, 1).structure(5, data);
    EXPECT_NE(refusal_of(one_column(text_field("t", kOptional), text_chunk(header.bytes() + "\x80")))
                  .find("its levels have the encoding 4"),
              std::string::npos);
}

TEST(ParquetDamageTest, BytesThatAreNoTextAreNamed) {
    const auto file = [](const TestField& field) {
        return one_column(field,
                          text_chunk(test::data_page_v1({.count = 1, .values = plain_texts({"\xff\xd8"})})));
    };
    EXPECT_EQ(refusal_of(file({.name = "image"})),
              "x.parquet row 1: column 'image': it holds bytes that are no text");
    EXPECT_EQ(refusal_of(file(text_field("text"))), "x.parquet row 1: column 'text': the text is not UTF-8");
}

}  // namespace
}  // namespace tunebench
