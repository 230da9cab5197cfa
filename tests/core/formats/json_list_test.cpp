#include "core/formats/json_list.h"

#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/core/formats/read_rows.h"

namespace tunebench {

using test::FolderOfFiles;
using test::read_rows;
using test::ReadRows;

namespace {

ReadRows read_text(std::string_view text, const JsonLimits& limits = kRowLimits) {
    const FolderOfFiles folder;
    return read_rows(JsonListReader(*open_byte_stream(folder.write("rows.json", text)), limits), folder);
}

TEST(JsonListTest, ReadsTheRowsOfAListWithTheirLines) {
    const auto read = read_text("[\n  {\"a\": 1},\n  {\"a\": \"]},\\\"\"\n}, 3\n]\n");
    ASSERT_TRUE(read.errors.empty()) << read.errors.front();
    ASSERT_EQ(read.rows.size(), 3U);
    EXPECT_EQ(read.rows[0].value["a"], 1);
    EXPECT_EQ(read.rows[0].line, 2);
    EXPECT_EQ(read.rows[0].text, "{\"a\": 1}");
    EXPECT_EQ(read.rows[1].value["a"], "]},\"");
    EXPECT_EQ(read.rows[1].line, 3);
    EXPECT_EQ(read.rows[2].value, 3);
    EXPECT_EQ(read.rows[2].line, 4);
}

TEST(JsonListTest, ReadsTheListInsideAnObject) {
    const auto read = read_text(
        R"({"version": {"a": [1, 2]}, "tags": ["x"], "data": [{"a": 1}, {"a": 2}], "n": [[3]], "end": null})");
    ASSERT_TRUE(read.errors.empty()) << read.errors.front();
    ASSERT_EQ(read.rows.size(), 2U);
    EXPECT_EQ(read.rows[1].value["a"], 2);
}

TEST(JsonListTest, EmptyListsAndFilesHaveNoRow) {
    for (const auto* text : {"[]", " [ \n ] \n", "", "\n\n", "\xEF\xBB\xBF[]"}) {
        const auto read = read_text(text);
        EXPECT_TRUE(read.rows.empty() && read.errors.empty()) << text;
    }
}

TEST(JsonListTest, GoesOnBehindABadRowAndSaysWhereItWas) {
    const auto read =
        read_text("[{\"a\": 1},\n {\"a\": oops},\n {\"a\": 3}, {\"a\": 1, \"a\": 2}, \"\xFF\", {}]");
    EXPECT_EQ(read.rows.size(), 3U);
    ASSERT_EQ(read.errors.size(), 3U);
    EXPECT_TRUE(read.errors[0].starts_with("rows.json line 2, column 8: this is not valid JSON"))
        << read.errors[0];
    EXPECT_TRUE(read.errors[1].starts_with("rows.json line 3, column 2")) << read.errors[1];
    EXPECT_TRUE(read.errors[1].ends_with("occurs twice in one object.")) << read.errors[1];
    EXPECT_TRUE(read.errors[2].ends_with("not valid UTF-8 here.")) << read.errors[2];
}

TEST(JsonListTest, DamageBetweenRowsIsToldOnceAndEndsReading) {
    for (const auto* text : {"[{} {}]", "[{}", "[{},", "[{}]]", "[{}] {}", "[{}} ", "{\"data\": [{}]",
                             "{\"data\": [{}] 3}", "{\"data\" [{}]}", "{data: [{}]}", "3", "nonsense", "{}",
                             "{\"a\": 1}", "{\"a\": [1]}", "{\"data\": []}", "{\"messages\": [{}]}"}) {
        const auto read = read_text(text);
        EXPECT_EQ(read.errors.size(), 1U) << text;
        if (!read.errors.empty()) {
            EXPECT_TRUE(read.errors[0].starts_with("rows.json")) << read.errors[0];
        }
    }
}

TEST(JsonListTest, ASecondListOfRowsIsNotLeftOutInSilence) {
    const auto read = read_text(R"({"train": [{"a": 1}], "test": [{"a": 2}]})");
    EXPECT_EQ(read.rows.size(), 1U);
    ASSERT_EQ(read.errors.size(), 1U);
    EXPECT_NE(read.errors[0].find("'test' is a second list of objects beside 'train'"), std::string::npos);
}

TEST(JsonListTest, RowsHaveLimits) {
    const JsonLimits limits = {.max_bytes = 20, .max_depth = 3, .max_values = 4};
    const auto read = read_text(
        "[{\"a\": 1}, \"" + std::string(300'000, 'x') + "\", [[[[1]]]], [1,2,3,4,5], {\"b\": 2}]", limits);
    EXPECT_EQ(read.rows.size(), 2U);
    ASSERT_EQ(read.errors.size(), 3U);
    EXPECT_NE(read.errors[0].find("the row is longer than 20 B"), std::string::npos);
}

TEST(JsonListTest, DeepNestingCostsNoStack) {
    EXPECT_EQ(read_text("[" + std::string(1'000'000, '[')).errors.size(), 2U);
    EXPECT_EQ(read_text("{\"a\": " + std::string(1'000'000, '[')).errors.size(), 1U);
}

TEST(JsonListTest, RowsMayCrossTheBuffer) {
    std::string text = "[";
    for (int i = 0; i < 3000; ++i)
        text += fmt::format("{}{{\"text\": \"{}\", \"n\": {}}}", i > 0 ? ",\n" : "", std::string(70, 'a'), i);
    const auto read = read_text(text + "]");
    ASSERT_TRUE(read.errors.empty());
    ASSERT_EQ(read.rows.size(), 3000U);
    for (int i = 0; i < 3000; ++i) {
        EXPECT_EQ(read.rows[static_cast<std::size_t>(i)].value["n"], i);
        EXPECT_EQ(read.rows[static_cast<std::size_t>(i)].line, i + 1);
    }
}

TEST(JsonListTest, RecognisesWhatHoldsAListOfRows) {
    EXPECT_TRUE(begins_json_list(" \n["));
    EXPECT_FALSE(begins_json_list("{"));
    EXPECT_FALSE(begins_json_list(""));
    EXPECT_TRUE(begins_json_object_with_list(R"({"version": 1, "data": [ {"a": )"));
    EXPECT_TRUE(begins_json_object_with_list("{\n \"data\": [\n {\"a\": 1} ] } \n"));
    EXPECT_TRUE(begins_json_object_with_list(R"({"a \" }": "[{", "rows":[{"x":1}]})"));
}

TEST(JsonListTest, DoesNotTakeRowsForAListOfRows) {
    for (const auto* text :
         {R"({"text": "a"})", R"({"messages": [{"role": "user", "content": "a"}]})",
          R"({"conversations": [{"from": "human"}]})",
          R"({"spans": [{"a": 1}]})"
          "\n"
          R"({"spans": []})",
          R"({"a": {"data": [{"b": 1}]}})", R"({"a": "b: [{"})", R"({"data": [1, {"a": 2}]})",
          R"({"prompt": [{"role": "user"}], "completion": [{"role": "assistant"}]})", "", "{", "[{}]"})
        EXPECT_FALSE(begins_json_object_with_list(text)) << text;
}

}  // namespace
}  // namespace tunebench
