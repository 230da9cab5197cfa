// A mebibyte of one character through every part: what takes quadratic time does not end within the limit of
// a test.
#include <gtest/gtest.h>

#include "core/text/tokenizer/normalizer.h"
#include "core/text/tokenizer/pre_tokenizer.h"
#include "tests/core/text/tokenizer/small_tokenizer.h"

namespace tunebench {
namespace {

constexpr std::size_t kSize = std::size_t{1} << 20;

constexpr std::string_view kCharacters[] = {"a", " ", "É", "か", "\u0301", "▁", ".", "😀", "\t", "ﬁ"};

std::string repeated(std::string_view character) {
    std::string text;
    while (text.size() < kSize)
        text += character;
    return text;
}

TEST(LongTextsTest, NormalizersTakeTimeByTheLength) {
    for (const char* description :
         {R"({"type": "NFC"})", R"({"type": "NFD"})", R"({"type": "NFKC"})", R"({"type": "NFKD"})",
          R"({"type": "Lowercase"})", R"({"type": "StripAccents"})", R"({"type": "Strip"})",
          R"({"type": "Nmt"})", R"({"type": "BertNormalizer"})", R"({"type": "ByteLevel"})",
          R"({"type": "Prepend", "prepend": "▁"})",
          R"({"type": "Replace", "pattern": {"String": " "}, "content": "▁"})",
          R"({"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": "▁"})"}) {
        const auto normalizer = made(&make_normalizer, description);
        for (const std::string_view character : kCharacters) {
            const std::string text = repeated(character);
            AlignedText target(Piece(text), true);
            normalizer->normalize(target);
            EXPECT_LE(target.text().size(), 4 * text.size()) << description << character;
        }
    }
}

TEST(LongTextsTest, PreTokenizersTakeTimeByTheLength) {
    for (const char* description :
         {R"({"type": "BertPreTokenizer"})", R"({"type": "Whitespace"})", R"({"type": "WhitespaceSplit"})",
          R"({"type": "Punctuation"})", R"({"type": "Digits"})", R"({"type": "Metaspace"})",
          R"({"type": "ByteLevel"})", R"({"type": "UnicodeScripts"})", R"({"type": "FixedLength"})",
          R"({"type": "CharDelimiterSplit", "delimiter": "a"})"}) {
        const auto pre_tokenizer = made(&make_pre_tokenizer, description);
        for (const std::string_view character : kCharacters) {
            const std::string text = repeated(character);
            std::size_t bytes = 0;
            pre_tokenizer->split(Piece(text), [&](const Piece& piece) { bytes += piece.text().size(); });
            EXPECT_LE(bytes, 3 * text.size() + 3) << description << character;
        }
    }
}

/// A model of each kind, with the letter a alone and in fours.
Tokenizer tokenizer_with(const char* model) {
    Json json = tokenizer_json({}, Json::array());
    json["model"] = parsed(model);
    return tokenizer_of(json);
}

TEST(LongTextsTest, ModelsTakeTimeByTheLength) {
    for (
        const char* model :
        {R"({"type": "WordPiece", "unk_token": "?", "vocab": {"?": 0, "a": 1, "##a": 2, "##aaaa": 3}})",
         R"({"type": "WordLevel", "unk_token": "?", "vocab": {"?": 0, "a": 1}})",
         R"({"type": "Unigram", "unk_id": 0, "vocab": [["?", 0], ["a", -1], ["aaaa", -2]]})",
         R"({"type": "Unigram", "unk_id": 0, "byte_fallback": true,
              "vocab": [["?", 0], ["<0xF0>", 0], ["<0x9F>", 0], ["<0x98>", 0], ["<0x80>", 0]]})",
         R"({"type": "BPE", "unk_token": "?", "fuse_unk": true, "vocab": {"?": 0, "a": 1, "aa": 2},
              "merges": [["a", "a"]]})",
         R"({"type": "BPE", "unk_token": "?", "continuing_subword_prefix": "##", "end_of_word_suffix": "</w>",
              "vocab": {"?": 0, "a": 1, "##a": 2}, "merges": []})"}) {
        const Tokenizer tokenizer = tokenizer_with(model);
        for (const std::string_view character : kCharacters) {
            const std::string text = repeated(character);
            const auto ids = *tokenizer.encode(text, false);
            EXPECT_GE(ids.size(), 1U) << model << character;
            EXPECT_LE(ids.size(), text.size()) << model << character;
            EXPECT_EQ(tokenizer.encode_with_spans(text, false)->ids, ids);
        }
    }
}

}  // namespace
}  // namespace tunebench
