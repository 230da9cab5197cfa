#include "core/data/row_reader.h"

#include <gtest/gtest.h>

#include "core/text/chat_template/catalogue/catalogue.h"

namespace tunebench {
namespace {

const ChatFormat kChatMl{.standard = *catalogue_template("chatml")};

Result<RowText> read(const char* json, DataLayout layout, LossOn loss_on = LossOn::Completion,
                     const ChatFormat& chat = kChatMl) {
    ChatChoice choice(chat);
    return read_row({.value = Json::parse(json), .line = 5, .text = json},
                    {.layout = layout, .loss_on = loss_on, .chat = &choice, .file = "town.jsonl"});
}

ChatFormat format_of(const char* source) {
    return {.standard = *ChatTemplate::parse("test", source)};
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
                       .end_token = false,
                       .turns = {.is_out_of_turn = true}}));  // nobody asked
}

TEST(RowReaderTest, TemplatesSeeKeysInTheOrderOfTheFile) {
    const auto chat = format_of("{{ tools }}{% for m in messages %}{{ m.content }}{% endfor %}");
    const auto row = read(
        R"({"tools": [{"z": 1, "a": {"y": 2, "b": 3}}], "messages": [{"role": "user", "content": "u"}]})",
        DataLayout::Messages, LossOn::All, chat);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->segments.front().text + row->segments.back().text, "[{'z': 1, 'a': {'y': 2, 'b': 3}}]u");
}

TEST(RowReaderTest, ConversationsWithToolsUseTheTemplateForThem) {
    auto chat = format_of("{{ messages[0].content }} plain");
    chat.tool_use = *ChatTemplate::parse("tools", "{{ messages[0].content }} {{ tools|length }} tool");
    const char* plain = R"({"messages": [{"role": "user", "content": "u"}]})";
    const char* with_tools =
        R"({"messages": [{"role": "user", "content": "u"}], "tools": "[{\"name\": \"f\"}]"})";
    EXPECT_EQ(read(plain, DataLayout::Messages, LossOn::All, chat)->segments.front().text, "u plain");
    EXPECT_EQ(read(with_tools, DataLayout::Messages, LossOn::All, chat)->segments.front().text, "u 1 tool");
}

TEST(RowReaderTest, TellsWhatTheTemplateRefuses) {
    const auto chat = format_of("{{ raise_exception('no system') }}");
    const auto row = read(R"({"messages": [{"role": "user", "content": "u"}]})", DataLayout::Messages,
                          LossOn::Completion, chat);
    ASSERT_FALSE(row);
    EXPECT_EQ(row.error().message, "town.jsonl line 5: the chat template test says: no system");
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
