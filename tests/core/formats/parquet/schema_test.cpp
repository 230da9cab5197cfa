// The examples of LogicalTypes.md.
#include "core/formats/parquet/schema.h"

#include <gtest/gtest.h>

#include "tests/core/formats/parquet/parquet_bytes.h"

namespace tunebench::parquet {
namespace {

using test::kInt32;
using test::kOptional;
using test::kRepeated;
using test::kRequired;
using test::TestField;
using test::text_field;

constexpr int kConvertedMap = 1, kConvertedMapKeyValue = 2, kConvertedList = 3;

Result<Schema> schema_of(const std::vector<TestField>& columns) {
    const auto file = test::parquet_bytes(columns, {});
    const auto tail = file.size() - 8;
    std::uint32_t length = 0;
    std::memcpy(&length, file.data() + tail, sizeof length);
    const auto metadata = parse_metadata(test::bytes_of(file).subspan(tail - length, length));
    EXPECT_TRUE(metadata) << metadata.error().message;
    return build_schema(metadata->schema);
}

/// Of the one column, or the error.
std::string type_of(const TestField& column) {
    const auto schema = schema_of({column});
    return schema ? name_of(*schema, schema->columns[0]) : schema.error().message;
}

TestField integer(std::string name, int repetition = kRequired) {
    return {.name = std::move(name), .repetition = repetition, .type = kInt32};
}
TestField group(std::string name, int repetition, std::vector<TestField> children, int converted = -1) {
    return {.name = std::move(name),
            .repetition = repetition,
            .children = std::move(children),
            .converted = converted};
}
TestField list_of(TestField repeated) {
    return group("my_list", kOptional, {std::move(repeated)}, kConvertedList);
}

TEST(SchemaTest, ListsOfThreeLevels) {
    EXPECT_EQ(type_of(list_of(group("list", kRepeated, {text_field("element", kOptional)}))), "list<text>");
    EXPECT_EQ(type_of(list_of(group("bag", kRepeated, {text_field("array_element", kOptional)}))),
              "list<text>");
    EXPECT_EQ(type_of(list_of(group("element", kRepeated, {text_field("str")}))), "list<text>");
    auto logical = group("my_list", kRequired, {group("list", kRepeated, {integer("element")})});
    logical.logical = test::ThriftStruct().structure(3, {});
    EXPECT_EQ(type_of(logical), "list<int32>");
}

TEST(SchemaTest, ListsOfTwoLevels) {
    EXPECT_EQ(type_of(list_of(integer("element", kRepeated))), "list<int32>");  // rule 1
    EXPECT_EQ(type_of(list_of(group("element", kRepeated, {text_field("str"), integer("num")}))),
              "list<struct<str: text, num: int32>>");  // rule 2
    EXPECT_EQ(type_of(list_of(group("array", kRepeated, {integer("array", kRepeated)}, kConvertedList))),
              "list<list<int32>>");  // rule 3
    EXPECT_EQ(type_of(list_of(group("array", kRepeated, {text_field("str")}))), "list<struct<str: text>>");
    EXPECT_EQ(type_of(list_of(group("my_list_tuple", kRepeated, {text_field("str")}))),
              "list<struct<str: text>>");
}

TEST(SchemaTest, RepeatedFieldsWithoutAnnotation) {
    EXPECT_EQ(type_of(integer("num", kRepeated)), "list<int32>");
    EXPECT_EQ(type_of(group("my_list", kRepeated, {integer("num"), text_field("str", kOptional)})),
              "list<struct<num: int32, str: text>>");
}

TEST(SchemaTest, Maps) {
    const auto entry = group("key_value", kRepeated, {text_field("key"), integer("value", kOptional)});
    for (const int annotation : {kConvertedMap, kConvertedMapKeyValue})
        EXPECT_EQ(type_of(group("my_map", kOptional, {entry}, annotation)), "map<text, int32>");
    EXPECT_EQ(
        type_of(group("set", kOptional, {group("key_value", kRepeated, {text_field("key")})}, kConvertedMap)),
        "struct<key_value: list<struct<key: text>>>");
}

TEST(SchemaTest, AnnotationsOfAnotherFormAreStructs) {
    EXPECT_EQ(type_of(group("x", kOptional, {integer("a"), integer("b")}, kConvertedList)),
              "struct<a: int32, b: int32>");
    EXPECT_EQ(type_of(group("x", kOptional, {integer("a")}, kConvertedMap)), "struct<a: int32>");
}

TEST(SchemaTest, LevelsGrowWithWhatMayBeAbsent) {
    const auto schema = schema_of(
        {integer("id"), list_of(group("list", kRepeated,
                                      {group("element", kOptional,
                                             {text_field("role"), text_field("content", kOptional)})}))});
    ASSERT_TRUE(schema);
    ASSERT_EQ(schema->leaves.size(), 3U);
    EXPECT_EQ(schema->leaves[0].max_definition, 0);
    EXPECT_EQ(schema->leaves[1].path, "my_list.list.element.role");
    EXPECT_EQ(schema->leaves[1].max_definition, 3);
    EXPECT_EQ(schema->leaves[1].max_repetition, 1);
    EXPECT_EQ(schema->leaves[2].max_definition, 4);
    const auto& list = schema->columns[1];
    EXPECT_EQ(list.definition, 1);
    EXPECT_EQ(list.element_definition, 2);
    EXPECT_EQ(list.element_repetition, 1);
    EXPECT_EQ(list.first_leaf, 1U);
    EXPECT_EQ(list.end_leaf, 3U);
    EXPECT_EQ(list.children[0].definition, 3);
}

TEST(SchemaTest, ListsThatAreNoTreesAreRefused) {
    const SchemaElement root{.name = "root", .num_children = 1};
    const SchemaElement leaf{.name = "a", .type = kInt32};
    const auto is_refused = [](const std::vector<SchemaElement>& elements) {
        const auto schema = build_schema(elements);
        return !schema && schema.error().code == ErrorCode::Corrupt;
    };
    EXPECT_FALSE(is_refused({root, leaf}));
    EXPECT_TRUE(is_refused({}));
    EXPECT_TRUE(is_refused({leaf}));
    EXPECT_TRUE(is_refused({root}));
    EXPECT_TRUE(is_refused({root, leaf, leaf}));
    EXPECT_TRUE(is_refused({{.name = "root", .num_children = 0}}));
    EXPECT_TRUE(is_refused({{.name = "root", .num_children = -1}, leaf}));
    EXPECT_TRUE(is_refused({{.name = "root", .num_children = 2147483647}, leaf}));
    EXPECT_TRUE(is_refused({{.name = "root", .num_children = 2}, leaf, leaf}));  // twice the same name
    EXPECT_TRUE(is_refused({root, {.name = "\xff", .type = kInt32}}));
}

TEST(SchemaTest, DepthIsLimited) {
    std::vector<SchemaElement> chain(10'000, {.name = "g", .num_children = 1});
    chain.push_back({.name = "leaf", .type = kInt32});
    const auto schema = build_schema(chain);
    ASSERT_FALSE(schema);
    EXPECT_NE(schema.error().message.find("nested"), std::string::npos);
}

TEST(SchemaTest, VectorsOfFixedLengthAreNamed) {
    const auto schema =
        build_schema({{.name = "root", .num_children = 1}, {.name = "a", .type = kInt32, .repetition = 3}});
    ASSERT_FALSE(schema);
    EXPECT_EQ(schema.error().code, ErrorCode::Unsupported);
}

TEST(SchemaTest, AColumnWithoutATypeIsNamed) {
    const auto schema = schema_of({{.name = "a", .type = 9}});
    ASSERT_FALSE(schema);
    EXPECT_EQ(schema.error().message, "column 'a': there is no type 9");
}

}  // namespace
}  // namespace tunebench::parquet
