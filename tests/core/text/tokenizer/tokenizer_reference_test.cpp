// Real tokenizers against what the reference implementation made of the same texts.
#include <filesystem>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/text/tokenizer/token_stream.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {
namespace {

class TokenizerReferenceTest : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        folder_ = std::filesystem::path(TUNEBENCH_SOURCE_DIR) / "../shared/tokenizers" / GetParam();
        if (!std::filesystem::exists(folder_))
            GTEST_SKIP() << folder_ << " is not there: tokenizers of others are not part of the repository";
    }

    /// The reference has read the tokenizer.json alone.
    Result<Tokenizer> tokenizer() const {
        const auto file = folder_ / "tokenizer.json";
        TRY(const Json json, read_json_file(file));
        return Tokenizer::from_json(json_text(json), file.string());
    }

    std::filesystem::path folder_;
};

TEST_P(TokenizerReferenceTest, EncodesAndDecodesExactlyAsTheReference) {
    const auto tokenizer = this->tokenizer();
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    const auto expected = read_json_file(folder_ / "expected.json");
    ASSERT_TRUE(expected) << expected.error().message;
    ASSERT_FALSE(expected->empty());
    for (const Json& reference : *expected) {
        const auto text = reference.at("text").get<std::string>();
        const auto plain = reference.at("ids_plain").get<std::vector<std::int32_t>>();
        EXPECT_EQ(*tokenizer->encode(text, true), reference.at("ids").get<std::vector<std::int32_t>>())
            << text;
        EXPECT_EQ(*tokenizer->encode(text, false), plain) << text;
        EXPECT_EQ(tokenizer->encode_with_spans(text, false)->ids, plain) << text;
        EXPECT_EQ(tokenizer->decode(plain, false), reference.at("decoded").get<std::string>()) << text;
    }
}

TEST_P(TokenizerReferenceTest, StreamsTheTextThatDecodingGives) {
    const auto tokenizer = this->tokenizer();
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    const auto expected = read_json_file(folder_ / "expected.json");
    ASSERT_TRUE(expected) << expected.error().message;
    for (const Json& reference : *expected) {
        TokenStream stream(*tokenizer, false);
        std::string text;
        for (const std::int32_t id : reference.at("ids_plain").get<std::vector<std::int32_t>>())
            text += stream.push(id);
        text += stream.finish();
        EXPECT_EQ(text, reference.at("decoded").get<std::string>());
    }
}

TEST_P(TokenizerReferenceTest, OneRepeatedLetterEncodesAndDecodes) {
    const auto tokenizer = this->tokenizer();
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    const std::string text(std::size_t{1} << 20, 'a');
    const auto ids = *tokenizer->encode(text, false);
    if (const auto unknown = tokenizer->token_id("[UNK]"))  // WordPiece: no word has that many letters
        EXPECT_EQ(ids, std::vector{*unknown});
    else
        EXPECT_EQ(tokenizer->decode(ids, false), text);
}

INSTANTIATE_TEST_SUITE_P(Tokenizers, TokenizerReferenceTest,
                         testing::Values("bert-cased", "bert-lower", "gpt2", "nmt-unigram", "phi-2",
                                         "phi-3-mini"));

}  // namespace
}  // namespace tunebench
