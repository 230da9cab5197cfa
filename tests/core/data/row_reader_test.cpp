#include "core/data/row_reader.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

Result<RowText> read(const char* json, DataLayout layout, LossOn loss_on = LossOn::Completion) {
    return read_row({.value = Json::parse(json), .line = 5}, {.layout = layout,
                                                              .loss_on = loss_on,
                                                              .chat_template = find_chat_template("chatml"),
                                                              .file = "town.jsonl"});
}

TEST(RowReaderTest, LearnsTextAndCompletion) {
    EXPECT_EQ(*read(R"({"text": "a"})", DataLayout::Text), (RowText{.segments = {{"a", true}}}));
    EXPECT_EQ(*read(R"({"prompt": "a", "completion": "b"})", DataLayout::PromptCompletion),
              (RowText{.segments = {{"a", false}, {"b", true}}}));
    EXPECT_EQ(*read(R"({"prompt": "a", "completion": "b"})", DataLayout::PromptCompletion, LossOn::All),
              (RowText{.segments = {{"a", true}, {"b", true}}}));
}

TEST(RowReaderTest, LeavesSpecialTokensOfMessagesToTheTemplate) {
    const auto row = read(R"({"messages": [{"role": "assistant", "content": "a"}]})", DataLayout::Messages);
    ASSERT_TRUE(row);
    EXPECT_EQ(*row,
              (RowText{.segments = {{"<|im_start|>assistant\n", false}, {"a<|im_end|>", true}, {"\n", false}},
                       .special_tokens = false,
                       .end_token = false}));
}

TEST(RowReaderTest, KeepsWhiteSpaceOfTextThatHasMore) {
    EXPECT_EQ(*read(R"({"prompt": " a\n", "completion": " b "})", DataLayout::PromptCompletion),
              (RowText{.segments = {{" a\n", false}, {" b ", true}}}));
}

TEST(RowReaderTest, FindsRowsWithoutTextEmpty) {
    EXPECT_TRUE(read(R"({"text": " \n\t"})", DataLayout::Text)->segments.empty());
    EXPECT_TRUE(read(R"({"prompt": "", "completion": ""})", DataLayout::PromptCompletion)->segments.empty());
    EXPECT_TRUE(read(R"({"messages": []})", DataLayout::Messages)->segments.empty());
    EXPECT_TRUE(
        read(R"({"messages": [{"role": "user", "content": " "}]})", DataLayout::Messages)->segments.empty());
}

TEST(RowReaderTest, NamesFileAndLine) {
    for (const auto& row :
         {read(R"({"text": 1})", DataLayout::Text), read(R"({"txt": ""})", DataLayout::Text),
          read("[]", DataLayout::Text), read(R"({"messages": {}})", DataLayout::Messages),
          read(R"({"messages": [{"role": "", "content": "a"}]})", DataLayout::Messages)}) {
        ASSERT_FALSE(row);
        EXPECT_TRUE(row.error().message.starts_with("town.jsonl line 5")) << row.error().message;
        EXPECT_FALSE(row.error().hint.empty());
    }
}

}  // namespace
}  // namespace tunebench
