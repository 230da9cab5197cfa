#include "core/text/tokenizer/json_insertion.h"

#include <gtest/gtest.h>

#include "core/base/json.h"

namespace tunebench {
namespace {

std::string inserted(std::string_view text, std::string_view empty = "[]", std::string_view content = "9") {
    const auto result = with_json_inserted(text, "file.json", "a", empty, content);
    EXPECT_TRUE(result) << result.error().message;
    EXPECT_TRUE(!result || parse_json(*result, "again")) << *result;
    return result ? *result : "";
}

std::string refusal(std::string_view text) {
    const auto result = with_json_inserted(text, "file.json", "a", "[]", "9");
    EXPECT_FALSE(result) << *result;
    return result ? "" : result.error().message;
}

TEST(JsonInsertionTest, PutsContentLastAndKeepsEveryOtherByte) {
    EXPECT_EQ(inserted(R"({"a":[1,2]})"), R"({"a":[1,2,9]})");
    EXPECT_EQ(inserted("{ \"b\": 1.50e2 ,\n \"a\" : [\n    1,\n    2\n  ], \"c\": \"\\u00e9\" }\n"),
              "{ \"b\": 1.50e2 ,\n \"a\" : [\n    1,\n    2,\n    9\n  ], \"c\": \"\\u00e9\" }\n");
    EXPECT_EQ(inserted(R"({"a": {"x": {}}})", "{}", R"("y": 1)"), R"({"a": {"x": {},"y": 1}})");
}

TEST(JsonInsertionTest, FillsWhatIsEmptyNullOrAbsent) {
    EXPECT_EQ(inserted(R"({"a": []})"), R"({"a": [9]})");
    EXPECT_EQ(inserted("{\"a\": [ \n ]}"), "{\"a\": [9]}");
    EXPECT_EQ(inserted(R"({"a": null, "b": 1})"), R"({"a": [9], "b": 1})");
    EXPECT_EQ(inserted(R"({"b": 1})"), "{\n  \"a\": [9],\"b\": 1}");
    EXPECT_EQ(inserted("{}"), "{\n  \"a\": [9]}");
}

TEST(JsonInsertionTest, IsNotMisledByWhatOnlyLooksLikeTheMember) {
    EXPECT_EQ(inserted(R"({"b": {"a": [1]}, "a": [2]})"), R"({"b": {"a": [1]}, "a": [2,9]})");
    EXPECT_EQ(inserted(R"({"b": "\"a\": [1]", "a": [2]})"), R"({"b": "\"a\": [1]", "a": [2,9]})");
    EXPECT_EQ(inserted(R"({"b\\": "]}", "a": ["]", "\\\"]"]})"), R"({"b\\": "]}", "a": ["]", "\\\"]",9]})");
    EXPECT_EQ(inserted(R"({"\u0061": [2]})"), R"({"\u0061": [2,9]})");
    EXPECT_EQ(inserted(R"({"b": -1e5, "c": true, "d": null, "a": [2]})"),
              R"({"b": -1e5, "c": true, "d": null, "a": [2,9]})");
}

TEST(JsonInsertionTest, RefusesWhatHasNoPlaceForIt) {
    EXPECT_NE(refusal(R"({"a": {}})").find("\"a\" is not of the kind []"), std::string::npos);
    EXPECT_NE(refusal(R"({"a": 1})").find("file.json"), std::string::npos);
    EXPECT_NE(refusal("[1]").find("no JSON object"), std::string::npos);
    EXPECT_FALSE(refusal("{\"a\": [").empty());
    EXPECT_FALSE(refusal("").empty());
    EXPECT_FALSE(refusal("{\"a\": [1]} {").empty());
}

}  // namespace
}  // namespace tunebench
