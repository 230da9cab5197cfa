#include "core/data/chat_format.h"

#include "tests/core/data/byte_tokenizer.h"

namespace tunebench {
namespace {

class ChatFormatTest : public DataTest {
protected:
    Result<ChatFormat> chosen(const OrderedJson& configuration = default_configuration()) {
        return choose_chat_format(data_, tokenizer(true, configuration));
    }
    static OrderedJson with_template(const OrderedJson& chat_template) {
        auto configuration = default_configuration();
        configuration["chat_template"] = chat_template;
        return configuration;
    }
    static std::string text(const ChatFormat& format) {
        ChatInput input;
        input.messages = OrderedJson::parse(R"([{"role": "user", "content": "u"}])");
        input.variables = format.variables;
        input.now = format.now;
        return *format.standard.render(input);
    }

    DataSection data_ = {};
};

TEST_F(ChatFormatTest, AutoIsTheModelsOwnTemplate) {
    const auto format = chosen(with_template("[{{ messages[0].content }}]{{ bos_token }}{{ eos_token }}"));
    ASSERT_TRUE(format);
    EXPECT_EQ(text(*format), "[u]<s></s>");
    EXPECT_EQ(format->reason, "the model's own, from its tokenizer_config.json");
}

TEST_F(ChatFormatTest, AutoIsChatMlForAModelWithoutTemplate) {
    const auto format = chosen();
    ASSERT_TRUE(format);
    EXPECT_EQ(text(*format), "<|im_start|>user\nu<|im_end|>\n");
    EXPECT_EQ(format->reason, "chatml: the model brings no chat template");
}

TEST_F(ChatFormatTest, AModelMayHaveATemplateForTools) {
    const auto format = chosen(with_template(OrderedJson::parse(
        R"([{"name": "default", "template": "d"}, {"name": "tool_use", "template": "t"}])")));
    ASSERT_TRUE(format);
    EXPECT_EQ(format->of(false).source(), "d");
    EXPECT_EQ(format->of(true).source(), "t");
}

TEST_F(ChatFormatTest, TakesABuiltInOne) {
    data_.chat_template = "llama-3";
    const auto format = chosen(with_template("own"));
    ASSERT_TRUE(format);
    EXPECT_TRUE(text(*format).starts_with("<s><|start_header_id|>user"));
    EXPECT_EQ(format->reason, "llama-3, chosen in data.template");
}

TEST_F(ChatFormatTest, TakesAFile) {
    data_.chat_template = write("mine.jinja", "({{ messages[0].content }})\n");
    const auto format = chosen();
    ASSERT_TRUE(format);
    EXPECT_EQ(text(*format), "(u)");
    data_.chat_template = (folder_ / "none.jinja").string();
    EXPECT_EQ(chosen().error().code, ErrorCode::NotFound);
    EXPECT_EQ(chosen().error().field, "data.template");
}

TEST_F(ChatFormatTest, TakesATemplateItself) {
    data_.chat_template = "<{{ messages[0].content }}>";
    EXPECT_EQ(text(*chosen()), "<u>");
    data_.chat_template = "{% if %}";
    const auto broken = chosen();
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().field, "data.template");
    EXPECT_NE(broken.error().message.find("line 1"), std::string::npos);
}

TEST_F(ChatFormatTest, RefusesATemplateOfAnotherName) {
    data_.chat_template = "chatlm";
    const auto refused = chosen();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message,
              "data.template cannot be 'chatlm': it is one of auto, chatml, llama-2, llama-3, mistral, "
              "gemma, phi-3, "
              "alpaca, vicuna, zephyr, a .jinja file, or a template in Jinja itself");
    EXPECT_EQ(refused.error().hint, "Did you mean 'chatml'?");
}

TEST_F(ChatFormatTest, TemplatesGetTheDateOfTheRunFile) {
    data_.chat_template = "{{ strftime_now('%d %B %Y') }}";
    EXPECT_EQ(text(*chosen()), "01 January 2025");
    data_.template_date = "2026-11-23";
    EXPECT_EQ(text(*chosen()), "23 November 2026");
    for (const auto* wrong : {"", "today", "2026-02-30", "2026-1-1", "2026-11-23x"}) {
        data_.template_date = wrong;
        const auto refused = chosen();
        ASSERT_FALSE(refused) << wrong;
        EXPECT_EQ(refused.error().field, "data.template_date");
    }
}

}  // namespace
}  // namespace tunebench
