#include "core/data/conversation.h"

#include <algorithm>

#include "tests/core/data/byte_tokenizer.h"

namespace tunebench {
namespace {

class ConversationTest : public DataTest {};

std::vector<Segment> segments(const std::vector<ChatMessage>& messages, bool learn_all = false) {
    return segments_of(*render_chat(*find_chat_template("chatml"), messages, false), messages, learn_all);
}

std::string refusal(const char* json) {
    const auto result = read_conversation(Json::parse(json), "messages", "town.jsonl line 3");
    return result ? "accepted" : result.error().message;
}

TEST_F(ConversationTest, ReadsRolesAndContents) {
    const auto messages = read_conversation(
        Json::parse(
            R"([{"role": "user", "content": "hi"}, {"role": "assistant", "content": "ho", "name": "x"}])"),
        "messages", "town.jsonl line 3");
    ASSERT_TRUE(messages);
    EXPECT_EQ(*messages, (std::vector<ChatMessage>{{"user", "hi"}, {"assistant", "ho"}}));
}

TEST_F(ConversationTest, NamesWhatIsWrongAndWhere) {
    EXPECT_EQ(refusal(R"("hi")"), "town.jsonl line 3: column 'messages' holds string, not a list");
    EXPECT_EQ(refusal(R"(["hi"])"), "town.jsonl line 3: messages[0] holds string, not an object");
    EXPECT_EQ(refusal(R"([{"role": "user", "content": "a"}, {"from": "gpt", "value": "b"}])"),
              "town.jsonl line 3: messages[1] has no 'role'");
    EXPECT_EQ(refusal(R"([{"role": "user"}])"), "town.jsonl line 3: messages[0] has no 'content'");
    EXPECT_EQ(refusal(R"([{"role": "user", "content": null}])"),
              "town.jsonl line 3: messages[0].content holds null, not text");
    EXPECT_EQ(refusal(R"([{"role": 1, "content": "a"}])"),
              "town.jsonl line 3: messages[0].role holds number, not text");
}

TEST_F(ConversationTest, RefusesAMisspeltAssistant) {
    EXPECT_EQ(refusal(R"([{"role": "asistant", "content": "a"}])"),
              "town.jsonl line 3: messages[0].role is 'asistant'; did you mean 'assistant'?");
    EXPECT_EQ(refusal(R"([{"role": "Assistant", "content": "a"}])"),
              "town.jsonl line 3: messages[0].role is 'Assistant'; did you mean 'assistant'?");
    EXPECT_EQ(refusal(R"([{"role": "tool", "content": "a"}])"), "accepted");
}

TEST_F(ConversationTest, LearnsWhatTheAssistantSaysWithItsEndOfTurn) {
    EXPECT_EQ(
        segments({{"system", "s"}, {"user", "u"}, {"assistant", "a"}, {"user", "v"}, {"assistant", "b"}}),
        (std::vector<Segment>{{"<|im_start|>system\ns<|im_end|>\n<|im_start|>user\nu<|im_end|>\n"
                               "<|im_start|>assistant\n",
                               false},
                              {"a<|im_end|>", true},
                              {"\n<|im_start|>user\nv<|im_end|>\n<|im_start|>assistant\n", false},
                              {"b<|im_end|>", true},
                              {"\n", false}}));
}

TEST_F(ConversationTest, DoesNotLearnAnAnswerWithoutContent) {
    for (const auto& segment : segments({{"user", "u"}, {"assistant", ""}}))
        EXPECT_FALSE(segment.supervised);
    const auto mixed = segments({{"user", "u"}, {"assistant", ""}, {"user", "v"}, {"assistant", "b"}});
    EXPECT_EQ(std::ranges::count_if(mixed, [](const auto& segment) { return segment.supervised; }), 1);
}

TEST_F(ConversationTest, KeepsTheTextWhole) {
    const std::vector<ChatMessage> messages = {
        {"user", "u"}, {"assistant", "a"}, {"assistant", ""}, {"tool", "t"}};
    for (const bool learn_all : {false, true}) {
        std::string text;
        for (const auto& segment : segments(messages, learn_all)) {
            text += segment.text;
            EXPECT_TRUE(!learn_all || segment.supervised);
        }
        EXPECT_EQ(text, render_chat(*find_chat_template("chatml"), messages, false)->text);
    }
}

TEST_F(ConversationTest, ChoosesChatMlWhereTheModelDoesNotSayOtherwise) {
    DataSection data;
    const auto chosen = [&](const OrderedJson& configuration) {
        return choose_chat_template(data, tokenizer(true, configuration));
    };
    auto configuration = default_configuration();
    EXPECT_EQ((*chosen(configuration))->name, "chatml");
    configuration["chat_template"] = "{% for m in messages %}<|im_start|>{{ m.role }}{% endfor %}";
    EXPECT_EQ((*chosen(configuration))->name, "chatml");
    configuration["chat_template"] = "{% for m in messages %}[INST]{{ m.content }}{% endfor %}";
    const auto refused = chosen(configuration);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unsupported);
    EXPECT_EQ(refused.error().field, "data.template");
    data.chat_template = "chatml";
    EXPECT_EQ((*chosen(configuration))->name, "chatml");
}

TEST_F(ConversationTest, RefusesATemplateOfAnotherName) {
    DataSection data;
    data.chat_template = "alpaca";
    const auto refused = choose_chat_template(data, tokenizer());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "data.template cannot be 'alpaca': it is one of auto, chatml");
}

}  // namespace
}  // namespace tunebench
