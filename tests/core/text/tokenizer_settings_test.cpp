#include "core/text/tokenizer_settings.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

// The rules are those of PreTrainedTokenizerBase._from_pretrained of transformers 4.57.
class TokenizerSettingsTest : public ::testing::Test {
protected:
    void write(const char* name, const char* text) const { std::ofstream(folder_.path() / name) << text; }

    Json read() const {
        const auto settings = read_tokenizer_settings(folder_.path());
        EXPECT_TRUE(settings) << (settings ? "" : settings.error().message);
        return settings ? *settings : Json();
    }

    test::TemporaryFolder folder_;
};

TEST_F(TokenizerSettingsTest, AFolderWithoutFilesHasNone) {
    EXPECT_EQ(read(), Json::object());
}

TEST_F(TokenizerSettingsTest, TheMapAloneNamesTheTokens) {
    write("special_tokens_map.json", R"({"eos_token": "</s>"})");
    EXPECT_EQ(read(), Json::parse(R"({"eos_token": "</s>"})"));
}

TEST_F(TokenizerSettingsTest, TheMapWinsOverAnOldConfiguration) {
    write("tokenizer_config.json",
          R"({"bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>", "x": 1})");
    write("special_tokens_map.json",
          R"({"eos_token": {"content": "<end>"}, "pad_token": null, "unk_token": "?"})");
    EXPECT_EQ(read(), Json::parse(R"({"bos_token": "<s>", "eos_token": {"content": "<end>"},
                                      "pad_token": null, "unk_token": "?", "x": 1})"));
}

TEST_F(TokenizerSettingsTest, AdditionalTokensOfBothFilesCount) {
    write("tokenizer_config.json", R"({"additional_special_tokens": ["<b>", "<a>"]})");
    write("special_tokens_map.json", R"({"additional_special_tokens": ["<a>", "<c>"]})");
    EXPECT_EQ(read().at("additional_special_tokens"), Json::parse(R"(["<b>", "<a>", "<c>"])"));
    write("tokenizer_config.json", R"({"additional_special_tokens": null})");
    EXPECT_EQ(read().at("additional_special_tokens"), Json::parse(R"(["<a>", "<c>"])"));
}

TEST_F(TokenizerSettingsTest, TheMapIsNotReadBesideAConfigurationThatDescribesItsTokens) {
    const char* config = R"({"eos_token": "</s>", "added_tokens_decoder": {}})";
    write("tokenizer_config.json", config);
    write("special_tokens_map.json", R"({"eos_token": "<end>", "unk_token": "?"})");
    EXPECT_EQ(read(), Json::parse(config));
}

TEST_F(TokenizerSettingsTest, MalformedFilesAreErrors) {
    write("special_tokens_map.json", "{");
    EXPECT_EQ(read_tokenizer_settings(folder_.path()).error().code, ErrorCode::Corrupt);
    write("special_tokens_map.json", "[]");
    EXPECT_EQ(read(), Json::object());
    write("tokenizer_config.json", "{");
    EXPECT_EQ(read_tokenizer_settings(folder_.path()).error().code, ErrorCode::Corrupt);
}

}  // namespace
}  // namespace tunebench
