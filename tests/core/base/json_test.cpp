#include "core/base/json.h"

#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "tests/core/base/folder_of_files.h"

namespace tunebench {

namespace {

std::string message_of(std::string_view text, const JsonLimits& limits = {}) {
    const auto result = parse_json(text, "config.json", limits);
    EXPECT_FALSE(result) << text;
    return result ? "" : result.error().message;
}

Json parsed(std::string_view text) {
    auto result = parse_json(text, "test");
    EXPECT_TRUE(result) << (result ? "" : result.error().message);
    return result ? *std::move(result) : Json();
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
}

}  // namespace

TEST(JsonTest, BuildsEveryKindOfValue) {
    const Json json = parsed(
        R"({"a": [1, -2, 18446744073709551615, 0.5, 1e-7, true, false, null, "x\u00e9\n"], "b": {}, "c": []})");
    EXPECT_EQ(json["a"].size(), 9U);
    EXPECT_EQ(json["a"][1], -2);
    EXPECT_EQ(json["a"][2].get<std::uint64_t>(), 18446744073709551615U);
    EXPECT_EQ(json["a"][4], 1e-7);
    EXPECT_TRUE(json["a"][7].is_null());
    EXPECT_EQ(json["a"][8], "xé\n");
    EXPECT_TRUE(json["b"].is_object());
    EXPECT_TRUE(json["c"].is_array());
    EXPECT_EQ(json, Json::parse(json_text(json)));
    EXPECT_EQ(parsed("3"), 3);
    EXPECT_EQ(parsed("\xEF\xBB\xBF[1]"), Json::parse("[1]"));
}

TEST(JsonTest, NamesSourceLineAndColumnOfMalformedText) {
    EXPECT_EQ(message_of("{\n  \"a\": 1,\n  \"b\": }"),
              "config.json line 3, column 8: this is not valid JSON: \"}\" is unexpected.");
    EXPECT_EQ(message_of(R"({"a": [1, 2)"),
              "config.json line 1, column 12: the text ends in the middle of a JSON value.");
    EXPECT_EQ(message_of("{} x"),
              "config.json line 1, column 4: this is not valid JSON: \"x\" is unexpected.");
    EXPECT_EQ(message_of(" \n "), "config.json line 2, column 2: there is no JSON value.");
    EXPECT_EQ(message_of("[1e999]"), "config.json line 1, column 6: the number \"1e999\" is too large.");
}

TEST(JsonTest, CountsLinesFromTheGivenOne) {
    const auto result = parse_json("{\"prompt\": 1,}", "town.jsonl", {}, 4711);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Corrupt);
    EXPECT_TRUE(result.error().message.starts_with("town.jsonl line 4711, column 14: "))
        << result.error().message;
}

TEST(JsonTest, RefusesDuplicateKeysAndSaysWhich) {
    EXPECT_EQ(message_of("{\"a\": 1,\n \"b\": {\"k\": 1, \"k\": 2}}"),
              "config.json line 2, column 18: the key \"k\" occurs twice in one object.");
    EXPECT_EQ(parsed(R"([{"k": 1}, {"k": 2}])").size(), 2U);
}

TEST(JsonTest, RefusesInvalidUtf8WithItsPlace) {
    EXPECT_EQ(message_of("[\"a\",\n\"\xC3\x28\"]"),
              "config.json line 2, column 2: the text is not valid UTF-8 here.");
    EXPECT_NE(message_of(R"(["\ud800"])").find("line 1"), std::string::npos);
}

TEST(JsonTest, RefusesWhatJsonHasNot) {
    for (const std::string text :
         {"", "[1,]", "{'a': 1}", "[NaN]", "[Infinity]", "[01]", "[+1]", "// c\n1", "[1] [2]", "{\"a\" 1}",
          "{1: 2}", "\"tab\tinside\"", "\"\\x41\"", "nul", "[1 2]", "]", "{\"a\":1]"})
        EXPECT_TRUE(message_of(text).starts_with("config.json line ")) << text;
}

TEST(JsonTest, RefusesNestingBeyondTheLimitHoweverDeep) {
    const JsonLimits three_levels = {.max_depth = 3};
    EXPECT_TRUE(parse_json("[[{}]]", "test", three_levels));
    EXPECT_EQ(message_of("[[{\"a\": []}]]", three_levels),
              "config.json line 1, column 9: values are nested deeper than 3 levels.");
    EXPECT_NE(message_of(repeated("[", 1'000'000)).find("deeper than 64"), std::string::npos);
    EXPECT_NE(message_of(repeated("{\"a\":", 1'000'000)).find("deeper than 64"), std::string::npos);
}

TEST(JsonTest, RefusesMoreBytesOrValuesThanTheLimits) {
    EXPECT_EQ(message_of("[1, 2, 3]", {.max_bytes = 8}),
              "config.json line 1: the JSON text of 9 B is larger than the limit of 8 B.");
    EXPECT_TRUE(parse_json("[1, 2, 3]", "test", {.max_values = 4}));
    EXPECT_EQ(message_of("[1, 2, 3]", {.max_values = 3}),
              "config.json line 1, column 9: there are more than 3 values.");
    EXPECT_NE(message_of("[" + repeated("0,", 100'000) + "0]", {.max_values = 1000}).find("1000 values"),
              std::string::npos);
}

TEST(JsonTest, ReadsAFileAndNamesItInErrors) {
    const test::FolderOfFiles folder;
    const auto good = read_json_file(folder.write("good.json", "{\"a\": 1}"));
    ASSERT_TRUE(good);
    EXPECT_EQ((*good)["a"], 1);
    const auto bad = read_json_file(folder.write("bad.json", "{"));
    ASSERT_FALSE(bad);
    EXPECT_TRUE(bad.error().message.starts_with((folder.path() / "bad.json").string() + " line 1"));
    const auto absent = read_json_file(folder.path() / "absent.json");
    ASSERT_FALSE(absent);
    EXPECT_EQ(absent.error().code, ErrorCode::NotFound);
}

TEST(JsonTest, WritesTextThatReadsBackTheSameDoubles) {
    const Json values = {0.1, 1e-300, 5e-324, 1.7976931348623157e308, 123456789.123456789, -0.0};
    EXPECT_EQ(parsed(json_text(values)), values);
    EXPECT_EQ(json_text(Json{{"b", 1}, {"a", 2}}), R"({"a":2,"b":1})");
    EXPECT_EQ(json_text(OrderedJson{{"b", 1}, {"a", 2}}), R"({"b":1,"a":2})");
    EXPECT_EQ(json_text(Json(std::numeric_limits<double>::quiet_NaN())), "null");
}

TEST(JsonTest, WritesInvalidUtf8AsReplacementCharacters) {
    EXPECT_EQ(json_text(Json("a\xFF")), "\"a\xEF\xBF\xBD\"");
}

TEST(JsonTest, GettersReturnTheMembersOfTheirType) {
    const Json json =
        parsed(R"({"i": -3, "d": 0.5, "b": true, "s": "x", "o": {"k": 1}, "a": [1, 2], "t": ["p", "q"]})");
    EXPECT_EQ(*json_integer(json, "i"), -3);
    EXPECT_EQ(*json_number(json, "d"), 0.5);
    EXPECT_EQ(*json_number(json, "i"), -3.0);
    EXPECT_EQ(*json_boolean(json, "b"), true);
    EXPECT_EQ(*json_string(json, "s"), "x");
    EXPECT_EQ((**json_object(json, "o"))["k"], 1);
    EXPECT_EQ((*json_array(json, "a"))->size(), 2U);
    EXPECT_EQ(*json_integers(json, "a"), (std::vector<std::int64_t>{1, 2}));
    EXPECT_EQ(*json_strings(json, "t"), (std::vector<std::string>{"p", "q"}));
}

TEST(JsonTest, GettersNameTheKeyAndWhatStandsThereInstead) {
    const Json json = parsed(R"({"i": "16", "big": 9223372036854775808, "f": 1.5, "a": [1, "x"], "o": []})");
    const auto wrong = json_integer(json, "i");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().message, "\"i\" must be an integer, not \"16\".");
    EXPECT_EQ(wrong.error().field, "i");
    EXPECT_EQ(json_integer(json, "big").error().message,
              "\"big\" must be an integer, not 9223372036854775808.");
    EXPECT_EQ(json_integer(json, "f").error().message, "\"f\" must be an integer, not 1.5.");
    EXPECT_EQ(json_integers(json, "a").error().message, "\"a[1]\" must be an integer, not \"x\".");
    EXPECT_EQ(json_object(json, "o").error().message, "\"o\" must be an object, not a list.");
    EXPECT_EQ(json_string(json, "absent").error().message, "\"absent\" is missing.");
    EXPECT_EQ(json_string(Json(3), "absent").error().message, "\"absent\" is missing.");
}

TEST(JsonTest, GettersShortenLongTextBetweenCharacters) {
    const Json json = {{"k", repeated("é", 100)}};
    EXPECT_EQ(json_integer(json, "k").error().message,
              "\"k\" must be an integer, not \"" + repeated("é", 19) + "....");
}

TEST(JsonTest, OptionalGettersTakeAbsentAndNullAsNoValue) {
    const Json json = parsed(R"({"n": null, "i": 2, "d": 0.5, "b": false, "s": "x"})");
    EXPECT_EQ(*optional_integer(json, "n"), std::nullopt);
    EXPECT_EQ(*optional_string(json, "absent"), std::nullopt);
    EXPECT_EQ(*optional_integer(json, "i"), 2);
    EXPECT_EQ(*optional_number(json, "d"), 0.5);
    EXPECT_EQ(*optional_boolean(json, "b"), false);
    EXPECT_EQ(*optional_string(json, "s"), "x");
    EXPECT_FALSE(optional_boolean(json, "s"));
}

TEST(JsonTest, AnErrorCanBeGivenItsSource) {
    const Error error = in_source(json_string(Json::object(), "model_type").error(), "m/config.json");
    EXPECT_EQ(error.message, "m/config.json: \"model_type\" is missing.");
    EXPECT_EQ(error.field, "model_type");
}

}  // namespace tunebench
