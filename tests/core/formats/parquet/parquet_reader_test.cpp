#include "core/formats/parquet/parquet_reader.h"

#include <gtest/gtest.h>

#include "tests/core/formats/parquet/parquet_bytes.h"
#include "tests/core/formats/parquet/parquet_rows.h"

namespace tunebench {
namespace {

using test::kInt32;
using test::kInt64;
using test::kOptional;
using test::kRepeated;
using test::kRequired;
using test::packed_run;
using test::parquet_bytes;
using test::plain_texts;
using test::repeated_run;
using test::rows_of;
using test::TestChunk;
using test::TestField;
using test::TestPage;
using test::text_field;
using Rows = std::vector<std::string>;

TestField group(std::string name, int repetition, std::vector<TestField> children, int converted = -1) {
    return {.name = std::move(name),
            .repetition = repetition,
            .children = std::move(children),
            .converted = converted};
}
TestField integer(std::string name, int repetition = kRequired, int type = kInt64) {
    return {.name = std::move(name), .repetition = repetition, .type = type};
}

TestChunk chunk_of(int type, const TestPage& page) {
    return {.type = type, .values = page.count, .pages = test::data_page_v1(page)};
}
TestChunk texts(const std::vector<std::string>& values) {
    return chunk_of(test::kByteArray,
                    {.count = static_cast<int>(values.size()), .values = plain_texts(values)});
}

/// The columns of the two documents of the Dremel paper (figures 2 and 3).
std::vector<TestPage> dremel_pages() {
    return {{.count = 2, .values = test::plain<std::int64_t>({10, 20})},
            {.count = 3,
             .repetitions = packed_run({0, 0, 1}, 1),
             .definitions = packed_run({1, 2, 2}, 2),
             .values = test::plain<std::int64_t>({10, 30})},
            {.count = 4,
             .repetitions = packed_run({0, 1, 1, 0}, 1),
             .definitions = repeated_run(4, 2, 2),
             .values = test::plain<std::int64_t>({20, 40, 60, 80})},
            {.count = 5,
             .repetitions = packed_run({0, 2, 1, 1, 0}, 2),
             .definitions = packed_run({2, 2, 1, 2, 1}, 2),
             .values = plain_texts({"en-us", "en", "en-gb"})},
            {.count = 5,
             .repetitions = packed_run({0, 2, 1, 1, 0}, 2),
             .definitions = packed_run({3, 2, 1, 3, 1}, 2),
             .values = plain_texts({"us", "gb"})},
            {.count = 4,
             .repetitions = packed_run({0, 1, 1, 0}, 1),
             .definitions = packed_run({2, 2, 1, 2}, 2),
             .values = plain_texts({"http://A", "http://B", "http://C"})}};
}

std::vector<TestField> dremel_schema() {
    return {integer("DocId"),
            group("Links", kOptional, {integer("Backward", kRepeated), integer("Forward", kRepeated)}),
            group("Name", kRepeated,
                  {group("Language", kRepeated, {text_field("Code"), text_field("Country", kOptional)}),
                   text_field("Url", kOptional)})};
}

std::string dremel_file(std::string (*page_bytes)(const TestPage&, int, bool), int codec) {
    constexpr int kTypes[] = {kInt64, kInt64, kInt64, test::kByteArray, test::kByteArray, test::kByteArray};
    test::TestGroup rows{.rows = 2};
    const auto pages = dremel_pages();
    for (std::size_t i = 0; i < pages.size(); ++i)
        rows.columns.push_back({.type = kTypes[i],
                                .values = pages[i].count,
                                .pages = page_bytes(pages[i], codec, true),
                                .codec = codec});
    return parquet_bytes(dremel_schema(), {rows});
}

TEST(ParquetReaderTest, TheDocumentsOfTheDremelPaper) {
    const Rows expected = {
        R"({"DocId":10,"Links":{"Backward":[],"Forward":[20,40,60]},"Name":[)"
        R"({"Language":[{"Code":"en-us","Country":"us"},{"Code":"en","Country":null}],"Url":"http://A"},)"
        R"({"Language":[],"Url":"http://B"},)"
        R"({"Language":[{"Code":"en-gb","Country":"gb"}],"Url":null}]})",
        R"({"DocId":20,"Links":{"Backward":[10,30],"Forward":[80]},"Name":[{"Language":[],"Url":"http://C"}]})"};
    for (const auto page_bytes : {test::data_page_v1, test::data_page_v2})
        for (const int codec : {test::kUncompressed, test::kSnappy, test::kGzip, test::kZstd, test::kLz4Raw})
            EXPECT_EQ(rows_of(dremel_file(page_bytes, codec)), expected) << codec;
}

/// messages: list<struct<role, content>> of three levels, of four rows: two messages, none, null, and one
/// without content. Levels: list 1, element there 2, struct there 3, content there 4.
std::string chat_file(const std::string& list, const std::string& element) {
    const auto schema = group(
        "messages", kOptional,
        {group(
            list, kRepeated,
            {group(element, kOptional, {text_field("role", kOptional), text_field("content", kOptional)})})},
        3);
    const auto column = [](std::vector<std::uint32_t> definitions, const std::vector<std::string>& values) {
        return chunk_of(test::kByteArray, {.count = 5,
                                           .repetitions = packed_run({0, 1, 0, 0, 0}, 1),
                                           .definitions = packed_run(std::move(definitions), 3),
                                           .values = plain_texts(values)});
    };
    return parquet_bytes({schema}, {{.rows = 4,
                                     .columns = {column({4, 4, 1, 0, 4}, {"user", "assistant", "user"}),
                                                 column({4, 4, 1, 0, 3}, {"Hi", "Hello"})}}});
}

TEST(ParquetReaderTest, ConversationsAreArraysOfObjects) {
    const Rows expected = {
        R"({"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]})",
        R"({"messages":[]})", R"({"messages":null})", R"({"messages":[{"role":"user","content":null}]})"};
    EXPECT_EQ(rows_of(chat_file("list", "element")), expected);
    EXPECT_EQ(rows_of(chat_file("bag", "array_element")), expected);
}

TEST(ParquetReaderTest, ListsOfListsKeepTheirNulls) {
    // [[1, 2], [], null], null, [[null]]
    const auto schema = group(
        "a", kOptional,
        {group(
            "list", kRepeated,
            {group("element", kOptional, {group("list", kRepeated, {integer("element", kOptional)})}, 3)})},
        3);
    const TestPage page{.count = 6,
                        .repetitions = packed_run({0, 2, 1, 1, 0, 0}, 2),
                        .definitions = packed_run({5, 5, 3, 2, 0, 4}, 3),
                        .values = test::plain<std::int64_t>({1, 2})};
    EXPECT_EQ(rows_of(parquet_bytes({schema}, {{.rows = 3, .columns = {chunk_of(kInt64, page)}}})),
              (Rows{R"({"a":[[1,2],[],null]})", R"({"a":null})", R"({"a":[[null]]})"}));
}

std::string map_file(const TestField& key, const TestChunk& keys) {
    const auto schema =
        group("m", kOptional, {group("key_value", kRepeated, {key, integer("value", kOptional)})}, 1);
    const TestPage values{.count = 4,
                          .repetitions = packed_run({0, 1, 0, 0}, 1),
                          .definitions = packed_run({3, 2, 1, 0}, 2),
                          .values = test::plain<std::int64_t>({5})};
    return parquet_bytes({schema}, {{.rows = 3, .columns = {keys, chunk_of(kInt64, values)}}});
}

TEST(ParquetReaderTest, MapsAreObjectsWhenTheirKeysAreTexts) {
    TestPage keys{.count = 4,
                  .repetitions = packed_run({0, 1, 0, 0}, 1),
                  .definitions = packed_run({2, 2, 1, 0}, 2),
                  .values = plain_texts({"a", "b"})};
    EXPECT_EQ(rows_of(map_file(text_field("key"), chunk_of(test::kByteArray, keys))),
              (Rows{R"({"m":{"a":5,"b":null}})", R"({"m":{}})", R"({"m":null})"}));
    keys.values = plain_texts({"a", "a"});  // the last one counts
    EXPECT_EQ(rows_of(map_file(text_field("key"), chunk_of(test::kByteArray, keys)))[0],
              R"({"m":{"a":null}})");
    keys.values = test::plain<std::int64_t>({7, 8});
    EXPECT_EQ(rows_of(map_file(integer("key"), chunk_of(kInt64, keys))),
              (Rows{R"({"m":[[7,5],[8,null]]})", R"({"m":[]})", R"({"m":null})"}));
}

TEST(ParquetReaderTest, AMapsKeyMayNotBeNull) {
    const TestPage keys{.count = 4,
                        .repetitions = packed_run({0, 1, 0, 0}, 1),
                        .definitions = packed_run({3, 2, 1, 0}, 2),
                        .values = plain_texts({"a"})};
    EXPECT_EQ(test::refusal_of(map_file(text_field("key", kOptional), chunk_of(test::kByteArray, keys))),
              "x.parquet row 1: column 'm': a key of the map is null");
}

TEST(ParquetReaderTest, ADictionaryIsFollowedByPlainPagesWhenItIsFull) {
    const TestPage indexed{
        .count = 3, .values = '\x01' + packed_run({1, 0, 1}, 1), .encoding = test::kDictionary};
    const TestPage plain{.count = 2, .values = plain_texts({"c", "d"})};
    for (const int codec : {test::kUncompressed, test::kSnappy}) {
        const TestChunk chunk{.values = 5,
                              .pages = test::dictionary_page(2, plain_texts({"a", "b"}), codec) +
                                       test::data_page_v1(indexed, codec) + test::data_page_v2(plain, codec),
                              .codec = codec};
        EXPECT_EQ(rows_of(parquet_bytes({text_field("t")}, {{.rows = 5, .columns = {chunk}}})),
                  (Rows{R"({"t":"b"})", R"({"t":"a"})", R"({"t":"b"})", R"({"t":"c"})", R"({"t":"d"})"}));
    }
}

TEST(ParquetReaderTest, ARowMayGoOnInTheNextPageOfVersion1) {
    const auto page = [](std::vector<std::uint32_t> repetitions, std::vector<std::int64_t> values) {
        const auto count = static_cast<int>(values.size());
        return test::data_page_v1({.count = count,
                                   .repetitions = packed_run(std::move(repetitions), 1),
                                   .definitions = repeated_run(static_cast<std::uint64_t>(count), 1, 1),
                                   .values = test::plain(values)});
    };
    const TestChunk chunk{
        .type = kInt64, .values = 5, .pages = page({0, 1}, {1, 2}) + page({1, 0, 1}, {3, 4, 5})};
    EXPECT_EQ(rows_of(parquet_bytes({integer("n", kRepeated)}, {{.rows = 2, .columns = {chunk}}})),
              (Rows{R"({"n":[1,2,3]})", R"({"n":[4,5]})"}));
}

TEST(ParquetReaderTest, RowGroupsFollowEachOther) {
    const auto file = parquet_bytes({text_field("t")}, {{.rows = 2, .columns = {texts({"a", "b"})}},
                                                        {.rows = 0, .columns = {texts({})}},
                                                        {.rows = 1, .columns = {texts({"c"})}}});
    EXPECT_EQ(rows_of(file), (Rows{R"({"t":"a"})", R"({"t":"b"})", R"({"t":"c"})"}));
    EXPECT_EQ(rows_of(parquet_bytes({text_field("t")}, {})), Rows());
}

TEST(ParquetReaderTest, TellsItsColumnsWithoutReadingThem) {
    const auto bytes = dremel_file(test::data_page_v1, test::kSnappy);
    const test::FileOfBytes file(bytes);
    const auto reader = ParquetReader::open(file.path());
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->rows(), 2);
    EXPECT_EQ(reader->file_bytes(), bytes.size());
    EXPECT_EQ(reader->schema(),
              (std::vector<ParquetColumn>{
                  {"DocId", "int64"},
                  {"Links", "struct<Backward: list<int64>, Forward: list<int64>>"},
                  {"Name", "list<struct<Language: list<struct<Code: text, Country: text>>, Url: text>>"}}));
}

TEST(ParquetReaderTest, ColumnsThatAreNotChosenAreNotEvenRead) {
    auto broken = texts({"a"});
    broken.pages = std::string(broken.pages.size(), '\xff');
    auto brotli = texts({"b"});
    brotli.codec = 4;
    const auto file =
        parquet_bytes({text_field("image"), text_field("other"), text_field("text"), integer("n")},
                      {{.rows = 1,
                        .columns = {broken, brotli, texts({"c"}),
                                    chunk_of(kInt64, {.count = 1, .values = std::string(8, '\0')})}}});
    EXPECT_EQ(test::read_parquet(file, {"n", "text"}).rows, Rows{R"({"text":"c","n":0})"});
    EXPECT_EQ(test::read_parquet(file).error->code, ErrorCode::Corrupt);
    EXPECT_EQ(test::read_parquet(file, {"other"}).error->code, ErrorCode::Unsupported);
}

TEST(ParquetReaderTest, AColumnThatIsNotThereIsAnErrorThatNamesThoseThatAre) {
    const auto file = parquet_bytes({text_field("text"), text_field("label")}, {});
    const auto read = test::read_parquet(file, {"texts"});
    ASSERT_TRUE(read.error);
    EXPECT_EQ(read.error->code, ErrorCode::InvalidArgument);
    EXPECT_EQ(read.error->hint, "Its columns are text, label.");
}

TEST(ParquetReaderTest, AFileThatIsNotThereIsNotFound) {
    EXPECT_EQ(ParquetReader::open("/no/such.parquet").error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace tunebench
