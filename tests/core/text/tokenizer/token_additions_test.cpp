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
        const auto additions = special_tokens(tokenizer(), names);
        EXPECT_FALSE(additions);
        return additions ? "" : additions.error().message;
    }

    test::TemporaryFolder folder_;
};

TEST_F(TokenAdditionsTest, NewTokensAreOneTokenEachAndEveryOtherTextIsAsBefore) {
    const auto before = tokenizer();
    const std::vector<std::string> names = {"<|tool|>", "<|é \"q\"|>"};
    const auto additions = special_tokens(before, names);
    ASSERT_TRUE(additions) << additions.error().message;
    EXPECT_EQ((*additions)[0].id, before.vocabulary_size());
    EXPECT_EQ((*additions)[1].id, before.vocabulary_size() + 1);
    const auto in_memory = load_tokenizer_with(folder_.path(), names);
    ASSERT_TRUE(in_memory) << in_memory.error().message;
    const auto files = tokenizer_files_with(folder_.path(), *additions);
    ASSERT_TRUE(files) << files.error().message;
    for (const auto& [name, text] : *files)
        write(name, text);
    const auto after = tokenizer();
    EXPECT_EQ(after.vocabulary_size(), before.vocabulary_size() + 2);
    for (const auto& addition : *additions) {
        EXPECT_EQ(*after.encode(addition.content, false), (std::vector<std::int32_t>{addition.id}));
        EXPECT_TRUE(after.is_special(addition.id));
        EXPECT_EQ(after.decode(std::vector{addition.id}, false), addition.content);
    }
    const std::string old_text = "An old text <| with its own é.";
    EXPECT_EQ(*after.encode(old_text, true), *before.encode(old_text, true));
    const std::string text = "a<|tool|>b <|é \"q\"|><|tool|> </s> <|tool";
    EXPECT_EQ(*after.encode(text, true), *in_memory->encode(text, true));
    EXPECT_EQ(after.decode(*after.encode(text, true), false), text);
    EXPECT_EQ(in_memory->decode(*in_memory->encode(text, true), false), text);
    EXPECT_EQ(in_memory->vocabulary_size(), after.vocabulary_size());
}

TEST_F(TokenAdditionsTest, EveryByteOfTheFilesStays) {
    const std::vector<AddedToken> additions = {{.id = 700, .content = "<|tool|>", .special = true}};
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
    const std::vector<AddedToken> additions = {{.id = 700, .content = "<|tool|>", .special = true}};
    const auto files = *tokenizer_files_with(folder_.path(), additions);
    EXPECT_EQ(files.at("tokenizer_config.json"), "{\"bos_token\": null}");
    EXPECT_EQ(files.at("special_tokens_map.json"), "{\"additional_special_tokens\": [\"<|tool|>\"]}");
}

TEST_F(TokenAdditionsTest, NamesThatCannotBeAreRefused) {
    EXPECT_NE(refusal({""}).find("is empty"), std::string::npos);
    EXPECT_NE(refusal({"<|a|>", "<|a|>"}).find("named twice"), std::string::npos);
    EXPECT_NE(refusal({"\xff"}).find("not UTF-8"), std::string::npos);
    EXPECT_NE(refusal({tokenizer().token_text(5)}).find("already"), std::string::npos);
    EXPECT_NE(refusal({"</s>"}).find("already"), std::string::npos);
    EXPECT_NE(refusal({std::string(300, 'x')}).find("300 bytes"), std::string::npos);
    EXPECT_NE(refusal(std::vector<std::string>(10'001, "<|a|>")).find("10001 tokens"), std::string::npos);
    EXPECT_EQ(special_tokens(tokenizer(), std::vector<std::string>{""}).error().field, "model.added_tokens");
}

TEST_F(TokenAdditionsTest, TenThousandTokensAreAddedAndFound) {
    std::vector<std::string> names;
    std::string text;
    for (int i = 0; i < 10'000; ++i) {
        names.push_back("<|" + std::to_string(i) + "|>");
        text += names.back();
    }
    const auto before = tokenizer();
    const auto in_memory = load_tokenizer_with(folder_.path(), names);
    ASSERT_TRUE(in_memory) << in_memory.error().message;
    const auto ids = *in_memory->encode(text, false);
    ASSERT_EQ(ids.size(), names.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        ASSERT_EQ(ids[i], before.vocabulary_size() + static_cast<std::int32_t>(i));
    const auto files = tokenizer_files_with(folder_.path(), *special_tokens(before, names));
    ASSERT_TRUE(files) << files.error().message;
    for (const auto& [name, content] : *files)
        write(name, content);
    EXPECT_EQ(*tokenizer().encode(text, false), ids);
}

TEST_F(TokenAdditionsTest, OddTextsAreTokensAsTheyAreWritten) {
    const std::vector<std::string> names = {"\n\n\n",      "  two  ", "\"quoted\\", "\u202E",     "\t",
                                            "{\"id\": 1}", "é",       "e\u0301",    "👩‍🚀"};
    for (const auto& name : names) {
        const std::vector<std::string> one = {name};
        const auto in_memory = load_tokenizer_with(folder_.path(), one);
        if (tokenizer().token_id(name)) {
            EXPECT_FALSE(in_memory);
            continue;
        }
        ASSERT_TRUE(in_memory) << name;
        const auto files = tokenizer_files_with(folder_.path(), *special_tokens(tokenizer(), one));
        ASSERT_TRUE(files) << name;
        const auto from_file = Tokenizer::from_json(files->at("tokenizer.json"));
        ASSERT_TRUE(from_file) << from_file.error().message;
        const auto text = "a" + name + "b";
        EXPECT_EQ(*from_file->encode(text, false), *in_memory->encode(text, false)) << name;
        EXPECT_EQ(in_memory->encode(text, false)->size(), 3U) << name;
        EXPECT_EQ(in_memory->decode(*in_memory->encode(text, false), false), text);
    }
}

TEST_F(TokenAdditionsTest, OfTheTokenizerBesideAnAdapterOnlyWhatTheBaseLacksIsTaken) {
    const auto base = tokenizer();
    EXPECT_TRUE(tokens_beside(folder_.path(), base, 300)->empty());  // the same tokens
    const std::vector<std::string> names = {"<|a|>", "<|b|>", "<|c|>"};
    const test::TemporaryFolder adapter;
    EXPECT_TRUE(tokens_beside(adapter.path(), base, 300)->empty());  // no file
    const auto files = *tokenizer_files_with(folder_.path(), *special_tokens(base, names));
    ASSERT_TRUE(write_file_durably(adapter.path() / "tokenizer.json", files.at("tokenizer.json")));
    const auto all = tokens_beside(adapter.path(), base, 300);
    ASSERT_TRUE(all) << all.error().message;
    ASSERT_EQ(all->size(), 3U);
    EXPECT_EQ(*base.with_added_tokens(*all).encode("<|b|>", false),
              (std::vector<std::int32_t>{base.vocabulary_size() + 1}));
    // A model without rows for all of them.
    EXPECT_EQ(tokens_beside(adapter.path(), base, base.vocabulary_size() + 2)->size(), 2U);
}

TEST_F(TokenAdditionsTest, AFolderWithoutTokenizerJsonIsRefused) {
    std::filesystem::remove(folder_.path() / "tokenizer.json");
    const auto files = tokenizer_files_with(folder_.path(), {});
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error().code, ErrorCode::Unsupported);
    const auto refused = load_tokenizer_with(folder_.path(), std::vector<std::string>{"<|a|>"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unsupported);
    EXPECT_EQ(refused.error().field, "model.added_tokens");
}

}  // namespace
}  // namespace tunebench
