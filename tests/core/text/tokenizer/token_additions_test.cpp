#include "core/text/tokenizer/token_additions.h"

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/base/json.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

constexpr std::string_view kConfig =
    "{\n  \"added_tokens_decoder\": {\n    \"0\": {\"content\": \"<s>\", \"special\": true}\n  },\n"
    "  \"additional_special_tokens\": [\"<s>\"],\n  \"bos_token\": null,\n  \"model_max_length\": 1e30\n}\n";

class TokenAdditionsTest : public testing::Test {
protected:
    TokenAdditionsTest() {
        test::write_tiny_model(folder_.path());
        write("tokenizer_config.json", kConfig);
    }
    void write(const std::string& name, std::string_view text) const {
        ASSERT_TRUE(write_file_durably(folder_.path() / name, text));
    }
    std::string read(const std::string& name) const { return *read_file(folder_.path() / name, 1 << 20); }
    Tokenizer tokenizer() const { return *Tokenizer::load(folder_.path()); }
    std::string refusal(const std::vector<std::string>& names) const {
        const auto additions = token_additions(tokenizer(), names);
        EXPECT_FALSE(additions);
        return additions ? "" : additions.error().message;
    }

    test::TemporaryFolder folder_;
};

TEST_F(TokenAdditionsTest, NewTokensAreOneTokenEachAndEveryOtherTextIsAsBefore) {
    const auto before = tokenizer();
    const auto additions = token_additions(before, std::vector<std::string>{"<|tool|>", "<|é \"q\"|>"});
    ASSERT_TRUE(additions) << additions.error().message;
    EXPECT_EQ((*additions)[0].id, before.vocabulary_size());
    EXPECT_EQ((*additions)[1].id, before.vocabulary_size() + 1);
    const auto files = tokenizer_files_with(folder_.path(), *additions);
    ASSERT_TRUE(files) << files.error().message;
    for (const auto& [name, text] : *files)
        write(name, text);
    const auto after = tokenizer();
    EXPECT_EQ(after.vocabulary_size(), before.vocabulary_size() + 2);
    for (const auto& addition : *additions) {
        EXPECT_EQ(after.encode(addition.content, false), (std::vector<std::int32_t>{addition.id}));
        EXPECT_TRUE(after.is_special(addition.id));
        EXPECT_EQ(after.decode(std::vector{addition.id}, false), addition.content);
    }
    const std::string text = "An old text <| with its own é.";
    EXPECT_EQ(after.encode(text, true), before.encode(text, true));
}

TEST_F(TokenAdditionsTest, EveryByteOfTheFilesStays) {
    const std::vector<TokenAddition> additions = {{.id = 700, .content = "<|tool|>"}};
    const auto files = *tokenizer_files_with(folder_.path(), additions);
    EXPECT_EQ(files.size(), 2U);
    for (const auto& [name, text] : files) {
        const auto before = read(name);
        std::size_t kept = 0;
        for (const char byte : text)
            kept += kept < before.size() && byte == before[kept] ? 1 : 0;
        EXPECT_EQ(kept, before.size()) << name;
    }
    EXPECT_EQ(
        files.at("tokenizer_config.json"),
        "{\n  \"added_tokens_decoder\": {\n    \"0\": {\"content\": \"<s>\", \"special\": true},\n"
        "    \"700\": {\"content\":\"<|tool|>\",\"single_word\":false,\"lstrip\":false,\"rstrip\":false,"
        "\"normalized\":false,\"special\":true}\n  },\n"
        "  \"additional_special_tokens\": [\"<s>\",\"<|tool|>\"],\n  \"bos_token\": null,\n"
        "  \"model_max_length\": 1e30\n}\n");
}

TEST_F(TokenAdditionsTest, MembersThatAFileDoesNotHaveAreNotMade) {
    write("tokenizer_config.json", "{\"bos_token\": null}");
    write("special_tokens_map.json", "{\"additional_special_tokens\": []}");
    const std::vector<TokenAddition> additions = {{.id = 700, .content = "<|tool|>"}};
    const auto files = *tokenizer_files_with(folder_.path(), additions);
    EXPECT_EQ(files.at("tokenizer_config.json"), "{\"bos_token\": null}");
    EXPECT_EQ(files.at("special_tokens_map.json"), "{\"additional_special_tokens\": [\"<|tool|>\"]}");
}

TEST_F(TokenAdditionsTest, NamesThatCannotBeAreRefused) {
    EXPECT_NE(refusal({""}).find("is empty"), std::string::npos);
    EXPECT_NE(refusal({"<|a|>", "<|a|>"}).find("named twice"), std::string::npos);
    EXPECT_NE(refusal({"\xff"}).find("not UTF-8"), std::string::npos);
    EXPECT_NE(refusal({tokenizer().token_text(5)}).find("already"), std::string::npos);
}

TEST_F(TokenAdditionsTest, AFolderWithoutTokenizerJsonIsRefused) {
    std::filesystem::remove(folder_.path() / "tokenizer.json");
    const auto files = tokenizer_files_with(folder_.path(), {});
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error().code, ErrorCode::Unsupported);
}

}  // namespace
}  // namespace tunebench
