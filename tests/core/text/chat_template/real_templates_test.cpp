// The loss mask of templates that people really have; they lie beside the repository.
#include <filesystem>
#include <map>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/text/chat_template/chat_template.h"

namespace tunebench {
namespace {

class RealTemplatesTest : public ::testing::Test {
protected:
    void SetUp() override {
        const auto path =
            std::filesystem::path(TUNEBENCH_SOURCE_DIR) / "../shared/goldens/chat_templates.json";
        const auto text = read_file(path, std::uint64_t{64} << 20);
        if (!text)
            GTEST_SKIP() << "there are no real chat templates at " << path;
        file_ = OrderedJson::parse(*text);
    }

    /// The answers of a conversation under a template, each in brackets; "refused" where it refuses.
    std::string answers(const std::string& name, const OrderedJson& messages) const {
        const auto& entry = file_.at("templates").at(name);
        const auto chat_template = ChatTemplate::parse(name, entry.at("template").get<std::string>());
        ChatInput input;
        input.messages = messages;
        input.variables = entry.at("special_tokens");
        const auto chat = chat_template->render_with_turns(input);
        if (!chat)
            return "refused: " + chat.error().message;
        std::string text;
        for (const auto& turn : chat->turns)
            if (turn.is_answer)
                text += "[" + chat->text.substr(turn.bytes.begin, turn.bytes.size()) + "]";
        return text;
    }

    std::string answers(const std::string& name, const char* conversation) const {
        return answers(name, file_.at("conversations").at(conversation));
    }

    OrderedJson file_ = {};
};

TEST_F(RealTemplatesTest, AnswersOfSeveralTurnsAreFound) {
    const std::map<std::string, std::string> expected = {
        {"gemma", "[4<end_of_turn>][6<end_of_turn>]"},
        {"nvidia-mistral", "[4][6]"},
        {"phi-3-medium", "[4<|end|>][ 6 <|end|>]"},
        {"phi-3-mini", "[4<|end|>][ 6 <|end|>\n<|endoftext|>]"},
        {"phi-4-mini", "[4<|end|>][ 6 <|end|><|endoftext|>]"},
        {"qwen2.5", "[4<|im_end|>][ 6 <|im_end|>]"},
        {"v5_smollm3", "[<|im_start|>assistant\n4<|im_end|>\n][<|im_start|>assistant\n 6 <|im_end|>\n]"}};
    for (const auto& [name, text] : expected)
        EXPECT_EQ(answers(name, "two-turn"), text) << name;
}

TEST_F(RealTemplatesTest, SystemPromptsAreNotLearned) {
    EXPECT_EQ(answers("qwen2.5", "system"), "[Paris<|im_end|>]");
    EXPECT_EQ(answers("phi-4-mini", "system"), "[Paris<|end|><|endoftext|>]");
    EXPECT_EQ(answers("gemma", "system"), "refused: System role not supported");
}

TEST_F(RealTemplatesTest, ALeadingAnswerIsLearned) {
    EXPECT_EQ(answers("qwen2.5", "bad-order"), "[I speak first<|im_end|>]");
}

TEST_F(RealTemplatesTest, ToolCallsAreLearnedAndTheirResultsAreNot) {
    const auto messages = OrderedJson::parse(R"([{"role": "user", "content": "Weather?"},
        {"role": "assistant", "content": "", "tool_calls": [{"type": "function", "function":
            {"name": "get_weather", "arguments": {"city": "Oslo"}}}]},
        {"role": "tool", "content": "rain"}, {"role": "assistant", "content": "It rains."}])");
    EXPECT_EQ(answers("qwen2.5", messages),
              "[<tool_call>\n{\"name\": \"get_weather\", \"arguments\": {\"city\": \"Oslo\"}}\n</tool_call>"
              "<|im_end|>][It rains.<|im_end|>]");
}

}  // namespace
}  // namespace tunebench
