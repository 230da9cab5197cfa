#include "core/params/param_json.h"

#include <string>

#include <gtest/gtest.h>

#include "core/params/field.h"

namespace tunebench {
namespace {

struct Sample {
    double rate = 0.1;
    std::int64_t patience = 0;
    TextMap columns = {};
};

std::vector<ParamSpec> specs() {
    static constexpr std::string_view kAliases[] = {"lr"};
    return {field<&Sample::rate>({.key = "rate", .aliases = kAliases}).spec,
            field<&Sample::patience>({.key = "early_stopping.patience"}).spec,
            field<&Sample::columns>({.key = "columns"}).spec};
}

Result<ParamGroup> read(std::string_view text, UnknownKeys unknown_keys = UnknownKeys::Refuse) {
    return group_from_json(specs(), OrderedJson::parse(text), "section", unknown_keys);
}

TEST(ParamJsonTest, ReadsNestedObjectsAsDottedKeys) {
    const auto group =
        read(R"({"rate": 1, "early_stopping": {"patience": 3}, "columns": {"b": "x", "a": "y"}})");
    ASSERT_TRUE(group) << group.error().message;
    EXPECT_EQ(*group->values.find("early_stopping.patience"), ParamValue(3));
    EXPECT_EQ(group->values.find("columns")->get<ParamMap>()->entries.front().first, "b");
}

TEST(ParamJsonTest, WritesDottedKeysAsNestedObjects) {
    ParamMap values;
    values.set("early_stopping.patience", 3);
    values.set("early_stopping.min_delta", 0.5);
    EXPECT_EQ(json_text(group_to_json(values)), R"({"early_stopping":{"patience":3,"min_delta":0.5}})");
}

TEST(ParamJsonTest, AnUnknownKeyNamesTheNearestKnownOne) {
    const auto group = read(R"({"rat": 1})");
    ASSERT_FALSE(group);
    EXPECT_EQ(group.error().field, "section.rat");
    EXPECT_NE(group.error().hint.find("section.rate"), std::string::npos) << group.error().hint;
}

TEST(ParamJsonTest, AnUnknownNestedKeyIsRefusedToo) {
    const auto group = read(R"({"early_stopping": {"patient": 3}})");
    ASSERT_FALSE(group);
    EXPECT_EQ(group.error().field, "section.early_stopping.patient");
}

TEST(ParamJsonTest, FormerNamesAreUnderstood) {
    const auto group = read(R"({"lr": 0.5})");
    ASSERT_TRUE(group);
    EXPECT_EQ(*group->values.find("rate"), ParamValue(0.5));
}

TEST(ParamJsonTest, KeepsWhatItDoesNotKnowVerbatim) {
    const auto group =
        read(R"({"new": [1, {"x": null}], "early_stopping": {"patience": 1, "later": 2}, "rate": null})",
             UnknownKeys::Keep);
    ASSERT_TRUE(group) << group.error().message;
    EXPECT_EQ(json_text(group->unknown),
              R"({"new":[1,{"x":null}],"early_stopping":{"later":2},"rate":null})");
}

TEST(ParamJsonTest, NullIsNotAValue) {
    EXPECT_FALSE(read(R"({"rate": null})"));
}

TEST(ParamJsonTest, ValuesSurviveTheRoundTrip) {
    const std::string text = R"({"a":[true,-3,0.1,"x",{"z":1,"b":[]}]})";
    const auto value = param_from_json(OrderedJson::parse(text), "a");
    ASSERT_TRUE(value);
    EXPECT_EQ(json_text(to_json(*value)), text);
}

TEST(ParamJsonTest, TextOfTheCommandLineIsJsonWhereItParses) {
    EXPECT_EQ(param_from_text("8"), ParamValue(8));
    EXPECT_EQ(param_from_text("1e-4"), ParamValue(1e-4));
    EXPECT_EQ(param_from_text("true"), ParamValue(true));
    EXPECT_EQ(param_from_text("all-linear"), ParamValue("all-linear"));
    EXPECT_EQ(param_from_text(R"(["q","v"])"), ParamValue(ParamList{"q", "v"}));
    EXPECT_EQ(param_from_text("null"), ParamValue("null"));
}

TEST(ParamJsonTest, AbsurdlyDeepTextDoesNotOverflowTheStack) {
    const std::string deep(100000, '[');
    EXPECT_EQ(param_from_text(deep + std::string(100000, ']')).get<ParamList>(), nullptr);
}

TEST(ParamJsonTest, ShortTextForTables) {
    EXPECT_EQ(param_text(ParamValue(0.0002)), "0.0002");
    EXPECT_EQ(param_text(ParamValue(ParamList{"q_proj", "v_proj"})), "q_proj, v_proj");
    EXPECT_EQ(param_text(ParamValue(true)), "on");
}

}  // namespace
}  // namespace tunebench
