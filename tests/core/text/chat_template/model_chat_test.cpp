#include "core/text/chat_template/model_chat.h"

#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

namespace fs = std::filesystem;

class ModelChatTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "tunebench_chat_XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder_ = pattern;
    }
    void TearDown() override { fs::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name) << text;
    }
    ModelChat loaded() const {
        const auto chat = load_model_chat(folder_);
        EXPECT_TRUE(chat);
        return chat ? *chat : ModelChat();
    }

    fs::path folder_ = {};
};

TEST_F(ModelChatTest, AFolderWithoutFilesSaysNothing) {
    EXPECT_EQ(loaded(), ModelChat());
}

TEST_F(ModelChatTest, ReadsATextOrNamedTemplatesOfTheConfiguration) {
    write("tokenizer_config.json", R"({"chat_template": "one"})");
    EXPECT_EQ(loaded().chat_template, "one");
    EXPECT_EQ(loaded().file, "tokenizer_config.json");
    write("tokenizer_config.json", R"({"chat_template": [{"name": "rag", "template": "r"},
        {"name": "default", "template": "d"}, {"name": "tool_use", "template": "t"}]})");
    EXPECT_EQ(loaded().chat_template, "d");
    EXPECT_EQ(loaded().tool_use, "t");
}

TEST_F(ModelChatTest, FilesOfTemplatesComeFirst) {
    write("tokenizer_config.json", R"({"chat_template": "one"})");
    write("chat_template.jinja", "file");
    EXPECT_EQ(loaded().chat_template, "file");
    EXPECT_EQ(loaded().file, "chat_template.jinja");
    EXPECT_EQ(loaded().tool_use, "");
    write("additional_chat_templates/tool_use.jinja", "tools");
    EXPECT_EQ(loaded().tool_use, "tools");
}

TEST_F(ModelChatTest, ReadsSpecialTokensInEveryForm) {
    write("tokenizer_config.json",
          R"({"bos_token": "<s>", "eos_token": {"content": "</s>", "lstrip": false}, "unk_token": null})");
    write("special_tokens_map.json",
          R"({"pad_token": "<pad>", "additional_special_tokens": ["<a>", {"content": "<b>"}]})");
    EXPECT_EQ(loaded().special_tokens,
              OrderedJson::parse(R"({"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>",
                                     "additional_special_tokens": ["<a>", "<b>"]})"));
}

TEST_F(ModelChatTest, MalformedFilesAreErrors) {
    write("tokenizer_config.json", "{");
    EXPECT_EQ(load_model_chat(folder_).error().code, ErrorCode::Corrupt);
}

}  // namespace
}  // namespace tunebench
