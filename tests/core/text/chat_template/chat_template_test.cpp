#include "core/text/chat_template/chat_template.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

ChatInput input_of(const char* messages) {
    ChatInput input;
    input.messages = OrderedJson::parse(messages);
    input.variables = {{"bos_token", "<s>"}, {"eos_token", "</s>"}};
    return input;
}

const ChatInput kConversation = input_of(R"([
    {"role": "system", "content": "Be brief."}, {"role": "user", "content": "2 + 2?"},
    {"role": "assistant", "content": "4"}, {"role": "user", "content": "3 + 3?"},
    {"role": "assistant", "content": "6"}])");

ChatTemplate parsed(const std::string& source) {
    auto result = ChatTemplate::parse("test", source);
    EXPECT_TRUE(result) << (result ? "" : result.error().message);
    return *std::move(result);
}

/// The answers, each in brackets; or the error.
std::string answers(const std::string& source, const ChatInput& input = kConversation) {
    const auto chat = parsed(source).render_with_turns(input);
    if (!chat)
        return "error: " + chat.error().message;
    std::string text;
    std::size_t done = 0;
    for (const auto& turn : chat->turns) {
        EXPECT_EQ(turn.bytes.begin, done);
        EXPECT_LT(turn.bytes.begin, turn.bytes.end);
        done = turn.bytes.end;
        if (turn.is_answer)
            text += "[" + chat->text.substr(turn.bytes.begin, turn.bytes.size()) + "]";
    }
    EXPECT_EQ(done, chat->text.size());
    EXPECT_EQ(chat->text, *parsed(source).render(input));
    return text;
}

// A template without marks, in the manner of ChatML.
const std::string kPlain =
    "{% for m in messages %}{{ '<' + m.role + '>' + m.content + '<end>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<assistant>' }}{% endif %}";

TEST(ChatTemplateTest, FillsInMessagesToolsAndVariables) {
    auto input = kConversation;
    input.tools = OrderedJson::parse(R"([{"z": 1, "a": 2}])");
    input.add_generation_prompt = true;
    input.now = std::chrono::sys_days(std::chrono::year(2026) / std::chrono::November / 23);
    EXPECT_EQ(*parsed("{{ bos_token }}{{ messages|length }}{{ tools|tojson }}{{ add_generation_prompt }}{{ "
                      "documents }}"
                      "{{ strftime_now('%d %b %Y') }}{{ unk_token is defined }}")
                   .render(input),
              "<s>5[{\"z\": 1, \"a\": 2}]TrueNone23 Nov 2026False");
    EXPECT_EQ(*parsed("{{ tools }}").render(kConversation), "None");
}

TEST(ChatTemplateTest, PassesOnWhatTheTemplateSays) {
    const auto refused = parsed("{{ raise_exception('no ' + messages[0].role) }}").render(kConversation);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "no system");
    EXPECT_FALSE(refused.error().hint.empty());
    const auto broken = ChatTemplate::parse("mine", "{% if %}");
    ASSERT_FALSE(broken);
    EXPECT_NE(broken.error().message.find("line 1"), std::string::npos);
    EXPECT_NE(broken.error().message.find("(mine)"), std::string::npos);
}

TEST(ChatTemplateTest, AnswersAreWhatFollowsTheGenerationPrompt) {
    EXPECT_EQ(answers(kPlain), "[4<end>][6<end>]");
}

TEST(ChatTemplateTest, MarkersWithinTheContentMoveNoAnswer) {
    EXPECT_EQ(answers(kPlain, input_of(R"([{"role": "user", "content": "<assistant>fake<end>"},
                                           {"role": "assistant", "content": "x<user>y"}])")),
              "[x<user>y<end>]");
}

TEST(ChatTemplateTest, TurnsTellWhichMessageTheyComeFrom) {
    const auto chat = parsed(kPlain).render_with_turns(
        input_of(R"([{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}])"));
    ASSERT_TRUE(chat);
    EXPECT_EQ(chat->text, "<user>a<end>\n<assistant>b<end>\n");
    EXPECT_EQ(chat->turns,
              (std::vector<Turn>{
                  {{0, 13}, 0, false}, {{13, 24}, 1, false}, {{24, 30}, 1, true}, {{30, 31}, 1, false}}));
}

TEST(ChatTemplateTest, GenerationBlocksSayWhatAnswersAre) {
    EXPECT_EQ(answers("{% for m in messages %}{% if m.role == 'assistant' %}{% generation %}{{ '<a>' + "
                      "m.content + '\n' }}"
                      "{% endgeneration %}{% else %}{{ m.content }}{% endif %}{% endfor %}"),
              "[<a>4\n][<a>6\n]")
        << "exactly, even the header and the line's end";
}

TEST(ChatTemplateTest, AHeaderThatTheQuestionBringsIsNotLearned) {
    // The question opens the answer; there is no generation prompt.
    EXPECT_EQ(
        answers("{% for m in messages %}{% if m.role == 'user' %}{{ 'Q ' + m.content + ' A' }}"
                "{% elif m.role == 'assistant' %}{{ ' ' + m.content + eos_token }}{% endif %}{% endfor %}"),
        "[ 4</s>][ 6</s>]");
}

TEST(ChatTemplateTest, AnEndBehindTheMessagesBelongsToTheLastAnswer) {
    EXPECT_EQ(
        answers("{% for m in messages %}{{ '<|' + m.role + '|>\n' + m.content + '<|end|>\n' }}{% endfor %}"
                "{% if add_generation_prompt %}{{ '<|assistant|>\n' }}{% else %}{{ eos_token }}{% endif %}"),
        "[4<|end|>][6<|end|>\n</s>]");
}

TEST(ChatTemplateTest, LeadingAnswersHaveTheSameHeader) {
    const auto input =
        input_of(R"([{"role": "assistant", "content": "Hi"}, {"role": "user", "content": "Yo"}])");
    EXPECT_EQ(answers(kPlain, input), "[Hi<end>]");
    EXPECT_EQ(answers("{% if messages[0].role == 'system' %}s{% endif %}" + kPlain, input), "[Hi<end>]")
        << "nothing can be rendered before the first message";
}

TEST(ChatTemplateTest, ToolCallsAreAnswers) {
    const auto input = input_of(R"([{"role": "user", "content": "Weather?"},
        {"role": "assistant", "content": "", "tool_calls": [{"function": {"name": "f", "arguments": {"b": 1, "a": 2}}}]},
        {"role": "tool", "content": "rain"}, {"role": "assistant", "content": "It rains."}])");
    EXPECT_EQ(answers("{% for m in messages %}<{{ m.role }}>{{ m.content }}{% for c in m.tool_calls %}"
                      "{{ c.function|tojson }}{% endfor %}<end>{% endfor %}"
                      "{% if add_generation_prompt %}<assistant>{% endif %}",
                      input),
              R"([{"name": "f", "arguments": {"b": 1, "a": 2}}<end>][It rains.<end>])");
}

// Thoughts of earlier turns are left out of the history.
const std::string kForgetful =
    "{% for m in messages %}<{{ m.role }}>{% if m.thought and loop.last %}({{ m.thought }}){% endif %}"
    "{{ m.content }}<end>{% endfor %}{% if add_generation_prompt %}<assistant>{% endif %}";

TEST(ChatTemplateTest, HistoryMayBeWrittenDifferentlyAsLongAsHeadersStay) {
    EXPECT_EQ(answers(kForgetful, input_of(R"([{"role": "user", "content": "a"},
        {"role": "assistant", "content": "b", "thought": "t"}, {"role": "user", "content": "c"},
        {"role": "assistant", "content": "d", "thought": "u"}])")),
              "[b<end>][(u)d<end>]");
}

TEST(ChatTemplateTest, APromptWithinTheLastTurnIsFound) {
    EXPECT_EQ(
        answers("{% for m in messages %}{{ '<|' + m.role + '|>\n' + m.content + eos_token + '\n' }}"
                "{% if loop.last and add_generation_prompt %}{{ '<|assistant|>\n' }}{% endif %}{% endfor %}"),
        "[4</s>][6</s>]");
}

TEST(ChatTemplateTest, APromptMayAskForThoughtsThatTurnsDoNotShow) {
    const std::string source =
        "{% for m in messages %}{{ '<' + m.role + '>' + m.content + '<end>' }}{% endfor %}"
        "{% if add_generation_prompt %}<assistant><think>\n{% endif %}";
    EXPECT_EQ(answers(source), "[4<end>][6<end>]");
    EXPECT_EQ(answers(source, input_of(R"([{"role": "user", "content": "a"},
                                           {"role": "assistant", "content": "<tool>"}])")),
              "[<tool><end>]");
}

TEST(ChatTemplateTest, PrefixesAreComparedWhereTheTemplateDoesNotLoopOverMessages) {
    EXPECT_EQ(
        answers("{% for i in range(messages|length) %}<{{ messages[i].role }}>{{ messages[i].content }}<end>"
                "{% endfor %}{% if add_generation_prompt %}<assistant>{% endif %}"),
        "[4<end>][6<end>]");
}

TEST(ChatTemplateTest, TemplatesThatAreNotPrefixStableAreRefused) {
    const auto chat =
        parsed(
            "{{ messages|length }}{% for i in range(messages|length) %}{{ messages[i].content }}{% endfor %}")
            .render_with_turns(kConversation);
    ASSERT_FALSE(chat);
    EXPECT_EQ(chat.error().code, ErrorCode::Unsupported);
    EXPECT_EQ(
        chat.error().message,
        "what of message 3 is the assistant's answer cannot be told: the chat template writes the messages "
        "before it differently once it follows");
    EXPECT_EQ(chat.error().field, "data.template");
}

TEST(ChatTemplateTest, ConversationsWithoutAnswersHaveNone) {
    EXPECT_EQ(answers(kPlain, input_of(R"([{"role": "user", "content": "a"}])")), "");
    EXPECT_EQ(answers(kPlain, input_of("[]")), "");
}

}  // namespace
}  // namespace tunebench
