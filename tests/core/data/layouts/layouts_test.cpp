// What each layout makes of a row.
#include <set>

#include <gtest/gtest.h>

#include "core/data/row_reader.h"
#include "core/text/chat_template/catalogue/catalogue.h"

namespace tunebench {
namespace {

ChatFormat catalogue(const char* name, bool is_stand_in = false) {
    return {.standard = *catalogue_template(name), .is_stand_in = is_stand_in};
}

Result<RowText> read(const std::string& json, DataLayout layout, const ChatFormat& chat = catalogue("chatml"),
                     LossOn loss_on = LossOn::Completion, const TextMap& columns = {}) {
    ChatChoice choice(chat);
    return read_row({.value = Json::parse(json), .line = 5, .text = json}, {.layout = layout,
                                                                            .names = *column_names(columns),
                                                                            .loss_on = loss_on,
                                                                            .chat = &choice,
                                                                            .file = "town.jsonl"});
}

/// What is learned in brackets.
std::string marked(const Result<RowText>& row) {
    if (!row)
        return row.error().message;
    std::string text;
    for (const auto& segment : row->segments)
        text += segment.supervised ? "[" + segment.text + "]" : segment.text;
    return text;
}

constexpr const char* kTask = R"({"instruction": "Add.", "input": "1 and 2", "output": "3"})";

TEST(LayoutsTest, EveryLayoutIsDescribedAndHasItsId) {
    std::set<std::string_view> ids;
    for (const auto* layout : layouts()) {
        EXPECT_EQ(&layout_description(layout->layout), layout);
        EXPECT_FALSE(layout->parts.empty());
        ids.insert(layout_id(layout->layout));
    }
    EXPECT_EQ(ids, (std::set<std::string_view>{"messages", "sharegpt", "prompt-completion", "alpaca", "text",
                                               "classification"}));
}

TEST(LayoutsTest, EveryPartCanBeRenamed) {
    for (const auto* layout : layouts())
        for (const auto& part : layout->parts)
            EXPECT_EQ(column_names({{std::string(part.name), "other"}})->of(part.name), "other");
}

TEST(LayoutsTest, AlpacaHasItsOwnWordsForModelsWithoutAChatTemplate) {
    const std::string prompt =
        "Below is an instruction that describes a task, paired with an input that provides further context. "
        "Write a response that appropriately completes the request.\n\n### Instruction:\nAdd.\n\n"
        "### Input:\n1 and 2\n\n### Response:\n";
    const auto row = read(kTask, DataLayout::Alpaca, catalogue("chatml", /*is_stand_in=*/true));
    EXPECT_EQ(marked(row), prompt + "[3]");
    EXPECT_TRUE(row->special_tokens && row->end_token);
    EXPECT_EQ(marked(read(kTask, DataLayout::Alpaca, catalogue("alpaca"))), prompt + "[3]");
    EXPECT_EQ(marked(read(kTask, DataLayout::Alpaca, catalogue("alpaca"), LossOn::All)),
              "[" + prompt + "][3]");
}

TEST(LayoutsTest, AlpacaWithoutAnInputSaysSo) {
    for (const auto* input : {"", R"("input": "", )", R"("input": null, )", R"("input": " ", )"}) {
        const auto row = read(std::string("{") + input + R"("instruction": "Sing.", "output": "La"})",
                              DataLayout::Alpaca, catalogue("alpaca"));
        EXPECT_EQ(marked(row),
                  "Below is an instruction that describes a task. Write a response that appropriately "
                  "completes the request.\n\n### Instruction:\nSing.\n\n### Response:\n[La]");
    }
}

TEST(LayoutsTest, AlpacaTakesASystemTextInPlaceOfItsOwn) {
    EXPECT_EQ(marked(read(R"({"system": "Be brief.", "instruction": "Sing.", "output": "La"})",
                          DataLayout::Alpaca, catalogue("alpaca"))),
              "Be brief.\n\n### Instruction:\nSing.\n\n### Response:\n[La]");
}

TEST(LayoutsTest, AlpacaIsAConversationForModelsThatHaveATemplate) {
    EXPECT_EQ(marked(read(kTask, DataLayout::Alpaca)),
              "<|im_start|>user\nAdd.\n\n1 and 2<|im_end|>\n<|im_start|>assistant\n[3<|im_end|>]\n");
    EXPECT_EQ(marked(read(R"({"system": "Be brief.", "instruction": "Sing.", "output": "La"})",
                          DataLayout::Alpaca)),
              "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nSing.<|im_end|>\n"
              "<|im_start|>assistant\n[La<|im_end|>]\n");
}

TEST(LayoutsTest, AlpacaSaysWhichPromptItWrote) {
    const auto& alpaca = layout_description(DataLayout::Alpaca);
    EXPECT_EQ(alpaca.reason_of_chat(catalogue("chatml", /*is_stand_in=*/true)),
              "Alpaca's own prompt: the model brings no chat template");
    auto own = catalogue("chatml");
    own.reason = "the model's own";
    EXPECT_EQ(alpaca.reason_of_chat(own), "the model's own");
}

TEST(LayoutsTest, QuestionsAndAnswersAreAMatterOfColumns) {
    EXPECT_EQ(marked(read(R"({"question": "Add.", "answer": "3"})", DataLayout::Alpaca, catalogue("alpaca"),
                          LossOn::Completion, {{"instruction", "question"}, {"output", "answer"}})),
              "Below is an instruction that describes a task. Write a response that appropriately "
              "completes the request.\n\n### Instruction:\nAdd.\n\n### Response:\n[3]");
}

TEST(LayoutsTest, ShareGptIsAConversationWhateverItsSpeakersAreCalled) {
    const std::string said =
        "<|im_start|>system\ns<|im_end|>\n<|im_start|>user\nu<|im_end|>\n<|im_start|>assistant\n[a<|im_end|>]"
        "\n";
    for (const auto* assistant : {"gpt", "assistant", "chatbot", "model", "bot"})
        for (const auto* human : {"human", "user"}) {
            const auto row =
                std::string(R"({"conversations": [{"from": "system", "value": "s"}, {"from": ")") + human +
                R"(", "value": "u"}, {"from": ")" + assistant + R"(", "value": "a"}]})";
            EXPECT_EQ(marked(read(row, DataLayout::ShareGpt)), said) << row;
        }
    EXPECT_EQ(marked(read(R"({"system": "s", "conversations": [{"role": "user", "content": "u"},
                              {"from": "gpt", "value": "a"}]})",
                          DataLayout::ShareGpt)),
              said);
}

TEST(LayoutsTest, ShareGptCallsToolsAndHearsThem) {
    const ChatFormat chat{
        .standard = *ChatTemplate::parse("tools",
                                         "{% for m in messages %}{{ m.role }}:{{ m.content }}{% for c in "
                                         "m.tool_calls %}{{ c.function.name "
                                         "}}({{ c.function.arguments }}){% endfor %};{% endfor %}")};
    const auto row = read(R"({"conversations": [{"from": "human", "value": "u"},
        {"from": "function_call", "value": "{\"name\": \"f\", \"arguments\": {\"z\": 1, \"a\": 2}}"},
        {"from": "observation", "value": "o"}]})",
                          DataLayout::ShareGpt, chat, LossOn::All);
    std::string text;
    ASSERT_TRUE(row) << row.error().message;
    for (const auto& segment : row->segments)
        text += segment.text;
    EXPECT_EQ(text, "user:u;assistant:f({'z': 1, 'a': 2});tool:o;");
}

TEST(LayoutsTest, ShareGptNamesTheMessageThatIsWrong) {
    const auto said = [](const char* message) {
        return marked(
            read(std::string(R"({"conversations": [{"from": "human", "value": "u"}, )") + message + "]}",
                 DataLayout::ShareGpt));
    };
    EXPECT_EQ(said(R"({"value": "a"})"), "town.jsonl line 5: conversations[1] has no 'from'");
    EXPECT_EQ(said(R"({"from": "gpt"})"), "town.jsonl line 5: conversations[1] has no 'value'");
    EXPECT_EQ(said(R"({"from": "gpt", "value": 3})"),
              "town.jsonl line 5: conversations[1] has a 'value' that is number, not text");
    EXPECT_EQ(said(R"({"from": "asistant", "value": "a"})"),
              "town.jsonl line 5: conversations[1] is from 'asistant'; did you mean 'assistant'?");
    EXPECT_EQ(said("7"), "town.jsonl line 5: conversations[1] holds number, not an object");
    EXPECT_NE(said(R"json({"from": "function_call", "value": "f(1)"})json").find("calls a function"),
              std::string::npos);
    EXPECT_EQ(marked(read(R"({"conversations": {}})", DataLayout::ShareGpt)),
              "town.jsonl line 5: column 'conversations' holds object, not a list");
}

TEST(LayoutsTest, PromptAndCompletionMayBeMessages) {
    constexpr const char* kRow =
        R"({"prompt": [{"role": "user", "content": "u"}, {"role": "assistant", "content": "given"},
                       {"role": "user", "content": "v"}],
            "completion": [{"role": "assistant", "content": "a"}]})";
    EXPECT_EQ(marked(read(kRow, DataLayout::PromptCompletion)),
              "<|im_start|>user\nu<|im_end|>\n<|im_start|>assistant\ngiven<|im_end|>\n"
              "<|im_start|>user\nv<|im_end|>\n<|im_start|>assistant\n[a<|im_end|>]\n");
    EXPECT_NE(marked(read(R"({"prompt": "u", "completion": [{"role": "assistant", "content": "a"}]})",
                          DataLayout::PromptCompletion))
                  .find("one holds messages, the other does not"),
              std::string::npos);
}

TEST(LayoutsTest, TablesHoldMessagesAsJson) {
    EXPECT_EQ(marked(read(R"({"messages": "[{\"role\": \"assistant\", \"content\": \"a\"}]"})",
                          DataLayout::Messages)),
              "<|im_start|>assistant\n[a<|im_end|>]\n");
    EXPECT_EQ(
        marked(read(R"({"conversations": "[{\"from\": \"gpt\", \"value\": \"a\"}]"})", DataLayout::ShareGpt)),
        "<|im_start|>assistant\n[a<|im_end|>]\n");
    const auto python = read(R"({"messages": "[{'role': 'assistant'}]"})", DataLayout::Messages);
    ASSERT_FALSE(python);
    EXPECT_TRUE(python.error().message.starts_with("town.jsonl line 5")) << python.error().message;
    EXPECT_NE(python.error().hint.find("double quotes"), std::string::npos);
}

TEST(LayoutsTest, RowsWithoutTextHaveNoSegments) {
    EXPECT_TRUE(read(R"({"instruction": " ", "output": ""})", DataLayout::Alpaca)->segments.empty());
    EXPECT_TRUE(read(R"({"conversations": []})", DataLayout::ShareGpt)->segments.empty());
    EXPECT_TRUE(read(R"({"text": "", "label": 1})", DataLayout::Classification)->segments.empty());
    EXPECT_TRUE(read(R"({"prompt": [], "completion": []})", DataLayout::PromptCompletion)->segments.empty());
}

TEST(LayoutsTest, ClassificationKeepsTextsAndLabel) {
    const auto row = read(R"({"text": "a", "text_pair": "b", "label": 3})", DataLayout::Classification);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->segments, (std::vector<Segment>{{"a", false}, {"b", false}}));
    EXPECT_EQ(row->label, Json(3));
}

}  // namespace
}  // namespace tunebench
