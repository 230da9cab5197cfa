#include "core/text/tokenizer/decoder.h"

#include <gtest/gtest.h>

#include "tests/core/text/tokenizer/small_tokenizer.h"

namespace tunebench {
namespace {

using Texts = std::vector<std::string>;

Texts decoded(std::string_view description, Texts tokens) {
    made(&make_decoder, description)->decode(tokens);
    return tokens;
}

TEST(DecoderTest, ByteLevelJoinsBytesAcrossTokens) {
    const char* byte_level = R"({"type": "ByteLevel"})";
    EXPECT_EQ(decoded(byte_level, {"Ġa", "âĤ", "¬"}), (Texts{" a€"}));
    EXPECT_EQ(decoded(byte_level, {"âĤ", "a"}), (Texts{"\uFFFDa"}));
    EXPECT_EQ(decoded(byte_level, {"<|x y|>"}), (Texts{"<|x y|>"}));
}

TEST(DecoderTest, ByteFallbackReplacesARunThatIsNoText) {
    const char* fallback = R"({"type": "ByteFallback"})";
    EXPECT_EQ(decoded(fallback, {"<0xE2>", "<0x82>", "<0xAC>", "a"}), (Texts{"€", "a"}));
    EXPECT_EQ(decoded(fallback, {"<0xE2>", "<0x82>", "a", "<0x41>"}), (Texts{"\uFFFD", "\uFFFD", "a", "A"}));
    EXPECT_EQ(decoded(fallback, {"<0xZZ>", "<0x411>", "<0x4f>"}), (Texts{"<0xZZ>", "<0x411>", "O"}));
}

TEST(DecoderTest, MetaspaceDropsWhatWasPrepended) {
    EXPECT_EQ(decoded(R"({"type": "Metaspace", "prepend_scheme": "always"})", {"▁a", "▁b▁"}),
              (Texts{"a", " b "}));
    EXPECT_EQ(decoded(R"({"type": "Metaspace", "prepend_scheme": "never"})", {"▁a", "▁b"}),
              (Texts{" a", " b"}));
}

TEST(DecoderTest, StripReplaceAndFuseEditTokens) {
    EXPECT_EQ(decoded(R"({"type": "Strip", "content": " ", "start": 1, "stop": 2})", {"  a   ", "b", " "}),
              (Texts{" a ", "b", ""}));
    EXPECT_EQ(decoded(R"({"type": "Replace", "pattern": {"String": "▁"}, "content": " "})", {"▁a▁", "b"}),
              (Texts{" a ", "b"}));
    EXPECT_EQ(decoded(R"({"type": "Fuse"})", {"a", "b"}), (Texts{"ab"}));
    EXPECT_EQ(
        decoded(
            R"({"type": "Sequence", "decoders": [{"type": "Fuse"}, {"type": "Strip", "content": "a", "start": 1}]})",
            {"a", "a"}),
        (Texts{"a"}));
}

TEST(DecoderTest, UnknownAndBrokenDecodersAreRefused) {
    EXPECT_EQ(refusal(&make_decoder, R"({"type": "Morse"})").code, ErrorCode::Unsupported);
    EXPECT_EQ(refusal(&make_decoder, R"({"type": "Strip", "content": ""})").code, ErrorCode::Corrupt);
    EXPECT_EQ(refusal(&make_decoder, R"({"type": "Replace", "content": "a"})").code, ErrorCode::Corrupt);
}

TEST(DecoderTest, WordPieceJoinsWhatContinuesAWord) {
    const char* plain = R"({"type": "WordPiece", "prefix": "##", "cleanup": false})";
    EXPECT_EQ(decoded(plain, {"un", "##able", "to", ".", "##"}), (Texts{"un", "able", " to", " .", ""}));
    EXPECT_EQ(decoded(plain, {"##a", "##b##"}), (Texts{"##a", "b##"}));
    EXPECT_EQ(decoded(plain, {}), Texts{});
}

// The rules look at one token at a time: the spaces around an apostrophe stand in two tokens and stay.
TEST(DecoderTest, WordPieceCleansUpEnglishPunctuation) {
    EXPECT_EQ(decoded(R"({"type": "WordPiece", "prefix": "##", "cleanup": true})",
                      {"do", "n't", "go", ",", "'m", "!", "'", "x ' y", "do not", "'s", "'ve", "'re", "?"}),
              (Texts{"do", "n't", " go", ",", "'m", "!", " '", " x'y", " don't", "'s", "'ve", "'re", "?"}));
}

TEST(DecoderTest, BpeDecoderMakesSpacesOfWordEnds) {
    EXPECT_EQ(decoded(R"({"type": "BPEDecoder", "suffix": "</w>"})", {"a", "b</w>", "c</w>"}),
              (Texts{"a", "b ", "c"}));
}

TEST(DecoderTest, CtcKeepsOneOfNeighboursThatAreEqual) {
    const Texts tokens = {"<pad>", "h", "h", "<pad>", "h", "|", "|", "i", "'s", "|"};
    EXPECT_EQ(
        decoded(R"({"type": "CTC", "pad_token": "<pad>", "word_delimiter_token": "|", "cleanup": true})",
                tokens),
        (Texts{"h", "h", " ", "i", "'s", " "}));
    EXPECT_EQ(decoded(R"({"type": "CTC", "cleanup": false})", tokens),
              (Texts{"h", "h", "|", "i", "'s", "|"}));
}

}  // namespace
}  // namespace tunebench
