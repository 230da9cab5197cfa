#include "core/text/chat_template/catalogue/catalogue.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

ChatInput conversation(bool with_prompt) {
    ChatInput input;
    input.messages = OrderedJson::parse(R"([
        {"role": "system", "content": "Be brief."}, {"role": "user", "content": "2 + 2?"},
        {"role": "assistant", "content": "4"}, {"role": "user", "content": "3 + 3?"}])");
    if (!with_prompt)
        input.messages.push_back({{"role", "assistant"}, {"content", "6"}});
    input.add_generation_prompt = with_prompt;
    input.variables = {{"bos_token", "<s>"}, {"eos_token", "</s>"}};
    return input;
}

std::string text_of(std::string_view name, bool with_prompt) {
    const auto text = catalogue_template(name)->render(conversation(with_prompt));
    return text ? *text : "error: " + text.error().message;
}

std::vector<std::string> answers(std::string_view name) {
    const auto chat = catalogue_template(name)->render_with_turns(conversation(false));
    std::vector<std::string> texts;
    for (const auto& turn : chat->turns)
        if (turn.is_answer)
            texts.push_back(chat->text.substr(turn.bytes.begin, turn.bytes.size()));
    return texts;
}

TEST(CatalogueTest, NamesWhatThereIs) {
    EXPECT_EQ(catalogue_names(), (std::vector<std::string>{"chatml", "llama-2", "llama-3", "mistral", "gemma",
                                                           "phi-3", "alpaca", "vicuna", "zephyr"}));
    EXPECT_EQ(find_in_catalogue("nothing"), nullptr);
    const auto unknown = catalogue_template("nothing");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::NotFound);
    EXPECT_NE(unknown.error().hint.find("llama-3"), std::string::npos);
}

TEST(CatalogueTest, EveryTemplateHoldsItsPromises) {
    for (const auto& entry : chat_template_catalogue()) {
        SCOPED_TRACE(entry.name);
        EXPECT_GT(entry.summary.size(), 20U);
        const auto asked = text_of(entry.name, true);
        const auto answered = text_of(entry.name, false);
        EXPECT_TRUE(answered.starts_with(asked)) << asked << "\nis not what begins\n" << answered;
        const auto learned = answers(entry.name);
        ASSERT_EQ(learned.size(), 2U);
        EXPECT_NE(learned[0].find('4'), std::string::npos);
        EXPECT_NE(learned[1].find('6'), std::string::npos);
        EXPECT_GT(learned[1].size(), 3U) << "an end of turn is learned too";
        for (const auto* question : {"Be brief.", "2 + 2?", "3 + 3?"})
            EXPECT_NE(answered.find(question), std::string::npos);
    }
}

TEST(CatalogueTest, ChatMl) {
    EXPECT_EQ(
        text_of("chatml", true),
        "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\n2 + 2?<|im_end|>\n"
        "<|im_start|>assistant\n4<|im_end|>\n<|im_start|>user\n3 + 3?<|im_end|>\n<|im_start|>assistant\n");
    EXPECT_EQ(answers("chatml"), (std::vector<std::string>{"4<|im_end|>", "6<|im_end|>"}));
}

TEST(CatalogueTest, Llama2) {
    EXPECT_EQ(
        text_of("llama-2", false),
        "<s>[INST] <<SYS>>\nBe brief.\n<</SYS>>\n\n2 + 2? [/INST] 4 </s><s>[INST] 3 + 3? [/INST] 6 </s>");
    EXPECT_EQ(answers("llama-2"), (std::vector<std::string>{"4 </s>", "6 </s>"}));
}

TEST(CatalogueTest, Llama3) {
    EXPECT_EQ(text_of("llama-3", true),
              "<s><|start_header_id|>system<|end_header_id|>\n\nBe brief.<|eot_id|>"
              "<|start_header_id|>user<|end_header_id|>\n\n2 + 2?<|eot_id|>"
              "<|start_header_id|>assistant<|end_header_id|>\n\n4<|eot_id|>"
              "<|start_header_id|>user<|end_header_id|>\n\n3 + 3?<|eot_id|>"
              "<|start_header_id|>assistant<|end_header_id|>\n\n");
    EXPECT_EQ(answers("llama-3"), (std::vector<std::string>{"4<|eot_id|>", "6<|eot_id|>"}));
}

TEST(CatalogueTest, Mistral) {
    EXPECT_EQ(text_of("mistral", false),
              "<s>[INST] Be brief.\n\n2 + 2? [/INST] 4</s>[INST] 3 + 3? [/INST] 6</s>");
}

TEST(CatalogueTest, Gemma) {
    EXPECT_EQ(
        text_of("gemma", false),
        "<s><start_of_turn>user\nBe brief.\n\n2 + 2?<end_of_turn>\n<start_of_turn>model\n4<end_of_turn>\n"
        "<start_of_turn>user\n3 + 3?<end_of_turn>\n<start_of_turn>model\n6<end_of_turn>\n");
    EXPECT_EQ(answers("gemma"), (std::vector<std::string>{"4<end_of_turn>", "6<end_of_turn>"}));
}

TEST(CatalogueTest, Phi3) {
    EXPECT_EQ(text_of("phi-3", true),
              "<|system|>\nBe brief.<|end|>\n<|user|>\n2 + 2?<|end|>\n<|assistant|>\n4<|end|>\n"
              "<|user|>\n3 + 3?<|end|>\n<|assistant|>\n");
}

TEST(CatalogueTest, Alpaca) {
    EXPECT_EQ(text_of("alpaca", false),
              "<s>Be brief.\n\n### Instruction:\n2 + 2?\n\n### Response:\n4</s>\n\n"
              "### Instruction:\n3 + 3?\n\n### Response:\n6</s>\n\n");
}

TEST(CatalogueTest, Vicuna) {
    EXPECT_EQ(text_of("vicuna", false),
              "<s>Be brief.\n\nUSER: 2 + 2?\nASSISTANT: 4</s>\nUSER: 3 + 3?\nASSISTANT: 6</s>\n");
    EXPECT_EQ(answers("vicuna"), (std::vector<std::string>{" 4</s>", " 6</s>"}));
}

TEST(CatalogueTest, Zephyr) {
    EXPECT_EQ(text_of("zephyr", true),
              "<|system|>\nBe brief.</s>\n<|user|>\n2 + 2?</s>\n<|assistant|>\n4</s>\n"
              "<|user|>\n3 + 3?</s>\n<|assistant|>\n");
}

TEST(CatalogueTest, CallsOfToolsAreRefused) {
    for (const auto& name : catalogue_names()) {
        ChatInput input;
        input.messages =
            OrderedJson::parse(R"([{"role": "assistant", "content": "", "tool_calls": [{"name": "f"}]}])");
        const auto refused = catalogue_template(name)->render(input);
        ASSERT_FALSE(refused) << name;
        EXPECT_EQ(refused.error().message, "the built-in chat templates do not write calls of tools");
    }
}

TEST(CatalogueTest, TemplatesThatKnowFewRolesSaySo) {
    for (const auto* name : {"llama-2", "mistral", "alpaca", "vicuna"}) {
        ChatInput input;
        input.messages = OrderedJson::parse(R"([{"role": "tool", "content": "x"}])");
        const auto refused = catalogue_template(name)->render(input);
        ASSERT_FALSE(refused) << name;
        EXPECT_NE(refused.error().message.find(name), std::string::npos);
    }
}

}  // namespace
}  // namespace tunebench
