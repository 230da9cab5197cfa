#include "core/data/conversation.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/text/chat_template/catalogue/catalogue.h"

namespace tunebench {
namespace {

OrderedJson message(const char* role, const char* content) {
    return {{"role", role}, {"content", content}};
}

std::vector<Segment> segments(const OrderedJson& messages, bool learn_all = false) {
    ChatInput input;
    input.messages = messages;
    return segments_of(*catalogue_template("chatml")->render_with_turns(input), messages, learn_all);
}

std::string refusal(const char* json) {
    const auto result = read_conversation(OrderedJson::parse(json), "messages", "town.jsonl line 3");
    return result ? "accepted" : result.error().message;
}

TEST(ConversationTest, KeepsMessagesWithAllTheirKeys) {
    const auto json = OrderedJson::parse(
        R"([{"role": "user", "content": "hi"}, {"thought": "x", "role": "assistant", "content": "ho"}])");
    const auto messages = read_conversation(json, "messages", "town.jsonl line 3");
    ASSERT_TRUE(messages);
    EXPECT_EQ(*messages, json);
}

TEST(ConversationTest, CallsOfToolsNeedNoContent) {
    const auto messages = read_conversation(
        OrderedJson::parse(R"([{"role": "assistant", "content": null, "tool_calls": [{"name": "f"}]}])"),
        "messages", "town.jsonl line 3");
    ASSERT_TRUE(messages);
    EXPECT_EQ((*messages)[0].at("content"), "");
    EXPECT_FALSE(is_blank_conversation(*messages));
}

TEST(ConversationTest, NamesWhatIsWrongAndWhere) {
    EXPECT_EQ(refusal(R"("hi")"), "town.jsonl line 3: column 'messages' holds string, not a list");
    EXPECT_EQ(refusal(R"(["hi"])"), "town.jsonl line 3: messages[0] holds string, not an object");
    EXPECT_EQ(refusal(R"([{"role": "user", "content": "a"}, {"from": "gpt", "value": "b"}])"),
              "town.jsonl line 3: messages[1] has no 'role'");
    EXPECT_EQ(refusal(R"([{"role": "user"}])"), "town.jsonl line 3: messages[0] has no 'content'");
    EXPECT_EQ(refusal(R"([{"role": "user", "content": null}])"),
              "town.jsonl line 3: messages[0].content holds null, not text");
    EXPECT_EQ(refusal(R"([{"role": 1, "content": "a"}])"),
              "town.jsonl line 3: messages[0].role holds number, not text");
    EXPECT_EQ(refusal(R"([{"role": "", "content": "a"}])"), "town.jsonl line 3: messages[0].role is empty");
}

TEST(ConversationTest, RefusesAMisspeltAssistant) {
    EXPECT_EQ(refusal(R"([{"role": "asistant", "content": "a"}])"),
              "town.jsonl line 3: messages[0].role is 'asistant'; did you mean 'assistant'?");
    EXPECT_EQ(refusal(R"([{"role": "Assistant", "content": "a"}])"),
              "town.jsonl line 3: messages[0].role is 'Assistant'; did you mean 'assistant'?");
    EXPECT_EQ(refusal(R"([{"role": "tool", "content": "a"}])"), "accepted");
    EXPECT_EQ(refusal(R"([{"role": "user", "content": [{"type": "text", "text": "a"}]}])"), "accepted");
}

TEST(ConversationTest, ReadsToolsAsAListOrItsText) {
    const auto tools = [](const OrderedJson& value) {
        return read_tools(value, "tools", "town.jsonl line 3");
    };
    const auto list = OrderedJson::parse(R"([{"z": 1, "a": 2}])");
    EXPECT_EQ(*tools(list), list);
    EXPECT_EQ(tools(R"([{"z": 1, "a": 2}])")->dump(), list.dump());
    for (const auto& none : {OrderedJson(nullptr), OrderedJson(""), OrderedJson::array()})
        EXPECT_TRUE(tools(none)->is_null());
    EXPECT_EQ(tools(5).error().message, "town.jsonl line 3: column 'tools' holds no list of functions");
    EXPECT_FALSE(tools("[1]"));
    EXPECT_FALSE(tools("[{"));
}

TEST(ConversationTest, LearnsWhatTheAssistantSaysWithItsEndOfTurn) {
    EXPECT_EQ(segments({message("system", "s"), message("user", "u"), message("assistant", "a"),
                        message("user", "v"), message("assistant", "b")}),
              (std::vector<Segment>{{"<|im_start|>system\ns<|im_end|>\n<|im_start|>user\nu<|im_end|>\n"
                                     "<|im_start|>assistant\n",
                                     false},
                                    {"a<|im_end|>", true},
                                    {"\n<|im_start|>user\nv<|im_end|>\n<|im_start|>assistant\n", false},
                                    {"b<|im_end|>", true},
                                    {"\n", false}}));
}

TEST(ConversationTest, DoesNotLearnAnAnswerWithoutContent) {
    for (const auto& segment : segments({message("user", "u"), message("assistant", "")}))
        EXPECT_FALSE(segment.supervised);
    const auto mixed = segments(
        {message("user", "u"), message("assistant", ""), message("user", "v"), message("assistant", "b")});
    EXPECT_EQ(std::ranges::count_if(mixed, [](const auto& segment) { return segment.supervised; }), 1);
}

TEST(ConversationTest, LearnsCallsOfToolsThatTheTemplateWrites) {
    const auto messages = OrderedJson::parse(
        R"([{"role": "user", "content": "u"}, {"role": "assistant", "content": "",
             "tool_calls": [{"type": "function", "function": {"name": "look_up"}}]}])");
    const auto learned = [&](const char* source) {
        ChatInput input;
        input.messages = messages;
        const auto chat = ChatTemplate::parse("test", source)->render_with_turns(input);
        return std::ranges::any_of(segments_of(*chat, messages, false), &Segment::supervised);
    };
    EXPECT_TRUE(
        learned("{% for m in messages %}{{ m.content }}{% for c in m.tool_calls %}{{ c.function.name }}"
                "{% endfor %}<end>{% endfor %}"));
    EXPECT_FALSE(learned("{% for m in messages %}{{ m.content }}<end>{% endfor %}"));
}

TEST(ConversationTest, KeepsTheTextWhole) {
    const OrderedJson messages = {message("user", "u"), message("assistant", "a"), message("assistant", ""),
                                  message("tool", "t")};
    for (const bool learn_all : {false, true}) {
        std::string text;
        for (const auto& segment : segments(messages, learn_all)) {
            text += segment.text;
            EXPECT_TRUE(!learn_all || segment.supervised);
        }
        ChatInput input;
        input.messages = messages;
        EXPECT_EQ(text, *catalogue_template("chatml")->render(input));
    }
}

TEST(ConversationTest, IsBlankWithoutText) {
    EXPECT_TRUE(is_blank_conversation(OrderedJson::array()));
    EXPECT_TRUE(is_blank_conversation(OrderedJson::array({message("user", " \n")})));
    EXPECT_FALSE(
        is_blank_conversation(OrderedJson::array({message("user", " "), message("assistant", "a")})));
}

TurnFlaws flaws_of(const char* messages) {
    return turn_flaws(OrderedJson::parse(messages));
}

TEST(ConversationTest, TellsTurnsThatAreOutOfOrderOrEmpty) {
    constexpr TurnFlaws kNone = {};
    EXPECT_EQ(flaws_of(R"([{"role": "system", "content": "s"}, {"role": "user", "content": "u"},
                           {"role": "assistant", "content": "a"}, {"role": "user", "content": "u"}])"),
              kNone);
    EXPECT_EQ(flaws_of(R"([{"role": "user", "content": "u"},
                           {"role": "assistant", "content": "", "tool_calls": [{"name": "f"}]},
                           {"role": "tool", "content": "t"}, {"role": "assistant", "content": "a"}])"),
              kNone);
    EXPECT_TRUE(flaws_of(R"([{"role": "assistant", "content": "a"}])").is_out_of_turn);
    EXPECT_TRUE(
        flaws_of(R"([{"role": "user", "content": "a"}, {"role": "user", "content": "b"}])").is_out_of_turn);
    EXPECT_TRUE(flaws_of(R"([{"role": "user", "content": "a"}, {"role": "assistant", "content": ""}])")
                    .has_empty_answer);
}

}  // namespace
}  // namespace tunebench
