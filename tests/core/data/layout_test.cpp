#include "core/data/layout.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

const std::filesystem::path kFile = "town.jsonl";

std::vector<DataRow> rows_of(std::initializer_list<const char*> lines) {
    std::vector<DataRow> rows;
    for (const auto* line : lines)
        rows.push_back({.value = Json::parse(line), .line = static_cast<std::int64_t>(rows.size()) + 1});
    return rows;
}

TEST(LayoutTest, RecognisesEachLayoutWithAReason) {
    const auto recognised = [](const char* row) { return *recognise_layout(rows_of({row}), {}, kFile); };
    EXPECT_EQ(recognised(R"({"text": "a"})").layout, DataLayout::Text);
    EXPECT_EQ(recognised(R"({"prompt": "a", "completion": "b", "id": 3})").layout,
              DataLayout::PromptCompletion);
    EXPECT_EQ(recognised(R"({"messages": []})").layout, DataLayout::Messages);
    EXPECT_EQ(recognised(R"({"conversations": []})").layout, DataLayout::ShareGpt);
    EXPECT_EQ(recognised(R"({"instruction": "a", "input": "", "output": "b", "text": "c"})").layout,
              DataLayout::Alpaca);
    EXPECT_EQ(recognised(R"({"prompt": "a", "completion": "b"})").reason,
              "every row looked at has 'prompt' and 'completion'");
}

TEST(LayoutTest, PrefersWhatAllRowsHave) {
    const auto rows = rows_of({R"({"text": "a", "messages": []})", R"({"text": "b"})"});
    EXPECT_EQ(recognise_layout(rows, {}, kFile)->layout, DataLayout::Text);
}

TEST(LayoutTest, PrefersMessagesThenPromptCompletionThenText) {
    EXPECT_EQ(recognise_layout(rows_of({R"({"text": "", "prompt": "", "completion": "", "messages": []})"}),
                               {}, kFile)
                  ->layout,
              DataLayout::Messages);
    EXPECT_EQ(
        recognise_layout(rows_of({R"({"text": "", "prompt": "", "completion": ""})"}), {}, kFile)->layout,
        DataLayout::PromptCompletion);
}

TEST(LayoutTest, FollowsTheFirstRowWhenRowsDiffer) {
    const auto rows = rows_of({R"({"prompt": "a", "completion": "b"})", R"({"text": "c"})"});
    const auto recognised = recognise_layout(rows, {}, kFile);
    ASSERT_TRUE(recognised);
    EXPECT_EQ(recognised->layout, DataLayout::PromptCompletion);
    EXPECT_EQ(recognised->reason, "the first row has 'prompt' and 'completion'");
    EXPECT_FALSE(check_row(rows[1], recognised->layout, {}, kFile));
}

TEST(LayoutTest, ReadsMappedColumns) {
    const auto names = column_names({{"prompt", "question"}, {"completion", "answer"}});
    ASSERT_TRUE(names);
    const auto recognised = recognise_layout(rows_of({R"({"question": "a", "answer": "b"})"}), *names, kFile);
    ASSERT_TRUE(recognised);
    EXPECT_EQ(recognised->layout, DataLayout::PromptCompletion);
    EXPECT_EQ(recognised->reason, "every row looked at has 'question' and 'answer'");
}

TEST(LayoutTest, SaysWhichColumnsAreThereWhenNoLayoutFits) {
    const auto result = recognise_layout(rows_of({R"({"question": "a", "answer": "b"})"}), {}, kFile);
    ASSERT_FALSE(result);
    EXPECT_EQ(
        result.error().message,
        "town.jsonl line 1 has 'answer', 'question', which no layout reads: expected are 'messages', or "
        "'conversations', or 'prompt' and 'completion', or 'instruction' and 'output', or 'text'");
    EXPECT_EQ(result.error().field, "data.columns");
    EXPECT_NE(result.error().hint.find("data.columns"), std::string::npos);
}

TEST(LayoutTest, SaysWhichColumnIsMissingAndWhichAreThere) {
    const auto rows = rows_of({R"({"prompt": "a", "answer": "b"})"});
    const auto result = check_row(rows[0], DataLayout::PromptCompletion, {}, kFile);
    ASSERT_FALSE(result);
    EXPECT_EQ(
        result.error().message,
        "town.jsonl line 1 lacks the column 'completion' of the layout prompt-completion; it has 'answer', "
        "'prompt'");
}

TEST(LayoutTest, RefusesRowsThatAreNoObjects) {
    for (const auto* line : {"[1, 2]", "\"text\"", "3", "null", "true"}) {
        const auto recognised = recognise_layout(rows_of({line}), {}, kFile);
        ASSERT_FALSE(recognised) << line;
        EXPECT_EQ(recognised.error().code, ErrorCode::Corrupt);
        EXPECT_NE(recognised.error().message.find("town.jsonl line 1 holds a"), std::string::npos);
        EXPECT_FALSE(check_row(rows_of({line})[0], DataLayout::Text, {}, kFile));
    }
}

TEST(LayoutTest, KeepsMessagesShortWhateverTheColumns) {
    Json row = Json::object();
    for (int i = 0; i < 1000; ++i)
        row[std::string(5000, 'x') + std::to_string(i)] = 1;
    const auto result = check_row({.value = row, .line = 9}, DataLayout::Text, {}, kFile);
    ASSERT_FALSE(result);
    EXPECT_LT(result.error().message.size(), 1000U);
    EXPECT_NE(result.error().message.find("and 988 more"), std::string::npos);
    EXPECT_NE(check_row({.value = Json::object(), .line = 1}, DataLayout::Text, {}, kFile)
                  .error()
                  .message.find("it has no columns"),
              std::string::npos);
}

TEST(LayoutTest, RefusesToMapAPartThatDoesNotExist) {
    const auto names = column_names({{"promt", "question"}});
    ASSERT_FALSE(names);
    EXPECT_NE(names.error().message.find("'promt'"), std::string::npos);
    EXPECT_EQ(names.error().hint, "Did you mean 'prompt'?");
    EXPECT_EQ(names.error().field, "data.columns");
}

TEST(LayoutTest, NamesLayoutsAsRunFilesDo) {
    EXPECT_EQ(layout_id(DataLayout::Text), "text");
    EXPECT_EQ(layout_id(DataLayout::PromptCompletion), "prompt-completion");
    EXPECT_EQ(layout_id(DataLayout::Messages), "messages");
    EXPECT_EQ(layout_id(DataLayout::Classification), "classification");
    EXPECT_EQ(layout_id(DataLayout::Auto), "auto");
    EXPECT_EQ(layout_id(DataLayout::Alpaca), "alpaca");
    EXPECT_EQ(layout_id(DataLayout::ShareGpt), "sharegpt");
}

}  // namespace
}  // namespace tunebench
