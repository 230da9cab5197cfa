#include "core/text/tokenizer/normalizer.h"

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/text/normal_form.h"
#include "core/text/unicode.h"
#include "tests/core/text/tokenizer/small_tokenizer.h"

namespace tunebench {
namespace {

std::string normalized(std::string_view description, std::string_view text) {
    const auto normalizer = made(&make_normalizer, description);
    AlignedText edited(Piece(text), true);
    normalizer->normalize(edited);
    return edited.text();
}

TEST(NormalizerTest, UnicodeFormsComposeAndDecompose) {
    EXPECT_EQ(normalized(R"({"type": "NFC"})", "e\u0301 ﬁ"), "é ﬁ");
    EXPECT_EQ(normalized(R"({"type": "NFD"})", "é ﬁ"), "e\u0301 ﬁ");
    EXPECT_EQ(normalized(R"({"type": "NFKC"})", "ﬁ①½ e\u0301"), "fi11\u20442 é");
    EXPECT_EQ(normalized(R"({"type": "NFKD"})", "ﬁé"), "fie\u0301");
    EXPECT_EQ(normalized(R"({"type": "NFC"})", "\u1100\u1161\u11A8"), "각");
}

TEST(NormalizerTest, LowercaseMapsLettersOfEveryScript) {
    EXPECT_EQ(normalized(R"({"type": "Lowercase"})", "ABC ÄÖÜ ΑΒ Ж"), "abc äöü αβ ж");
    EXPECT_EQ(normalized(R"({"type": "Lowercase"})", "İ"), "i\u0307");
}

TEST(NormalizerTest, StripAccentsDropsMarks) {
    EXPECT_EQ(normalized(R"({"type": "StripAccents"})", "e\u0301a\u0903x"), "eax");
}

TEST(NormalizerTest, StripTakesWhiteSpaceFromTheChosenEnds) {
    EXPECT_EQ(normalized(R"({"type": "Strip", "strip_left": true, "strip_right": true})", " \u00A0 a b\t"),
              "a b");
    EXPECT_EQ(normalized(R"({"type": "Strip", "strip_left": false, "strip_right": true})", " a "), " a");
    EXPECT_EQ(normalized(R"({"type": "Strip", "strip_left": true, "strip_right": true})", " \n "), "");
}

TEST(NormalizerTest, PrependLeavesEmptyTextEmpty) {
    EXPECT_EQ(normalized(R"({"type": "Prepend", "prepend": "▁"})", "a"), "▁a");
    EXPECT_EQ(normalized(R"({"type": "Prepend", "prepend": "▁"})", ""), "");
}

TEST(NormalizerTest, ReplaceTakesTextsAndExpressions) {
    EXPECT_EQ(normalized(R"({"type": "Replace", "pattern": {"String": " "}, "content": "▁"})", "a b  c"),
              "a▁b▁▁c");
    EXPECT_EQ(normalized(R"({"type": "Replace", "pattern": {"Regex": "\\s+"}, "content": " "})", "a \n b"),
              "a b");
}

TEST(NormalizerTest, SequenceAppliesItsStepsInOrder) {
    EXPECT_EQ(normalized(R"({"type": "Sequence", "normalizers": [{"type": "NFD"}, {"type": "StripAccents"},
                             {"type": "Lowercase"}]})",
                         "ÉÀ"),
              "ea");
}

TEST(NormalizerTest, UnknownTypeIsUnsupportedAndNamed) {
    const Error error =
        refusal(&make_normalizer, R"({"type": "Sequence", "normalizers": [{"type": "Fancy"}]})");
    EXPECT_EQ(error.code, ErrorCode::Unsupported);
    EXPECT_NE(error.message.find("normalizer \"Fancy\""), std::string::npos) << error.message;
    EXPECT_NE(error.message.find("tokenizer.json, part, normalizers[0]"), std::string::npos) << error.message;
}

TEST(NormalizerTest, MissingOrWrongMembersAreCorrupt) {
    for (const char* text : {R"({"type": "Prepend"})", R"({"type": "Replace", "content": "x"})", R"({})",
                             "[]", R"({"type": "Strip", "strip_left": 3})", R"({"type": 7})",
                             R"({"type": "Sequence", "normalizers": {}})"})
        EXPECT_EQ(refusal(&make_normalizer, text).code, ErrorCode::Corrupt) << text;
}

TEST(NormalizerTest, NormalFormOfPiecesEqualsThatOfTheWholeText) {
    // Characters that join with others: Latin and marks, Hangul, halfwidth kana, Indic vowel signs.
    const char32_t kRanges[][2] = {{0x20, 0x7E},     {0xC0, 0x17F},    {0x300, 0x34F},    {0x9BE, 0x9D7},
                                   {0xB3E, 0xB57},   {0x1100, 0x11FF}, {0x3040, 0x30FF},  {0x3130, 0x318F},
                                   {0xAC00, 0xAC40}, {0xFF60, 0xFFDF}, {0x1D157, 0x1D16F}};
    Random random(5);
    const auto normalizer = made(&make_normalizer, R"({"type": "NFKC"})");
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int i = 0; i < 12; ++i) {
            const auto& range = kRanges[random.below(std::size(kRanges))];
            append_utf8(text, range[0] + static_cast<char32_t>(random.below(range[1] - range[0] + 1)));
        }
        AlignedText edited{Piece(text), true};
        normalizer->normalize(edited);
        ASSERT_EQ(edited.text(), normal_form(text, NormalForm::CompatibleComposed)) << text;
        ASSERT_EQ(edited.piece().source(edited.text().size()), text.size());
    }
}

std::string bert(const char* options, std::string_view text) {
    return normalized(std::string(R"({"type": "BertNormalizer")") + options + "}", text);
}

TEST(NormalizerTest, BertCleansText) {
    const char* clean = R"(, "clean_text": true, "handle_chinese_chars": false, "lowercase": false)";
    EXPECT_EQ(bert(clean, "a\tb\nc\rd\u00A0e\u3000f"), "a b c d e f");
    EXPECT_EQ(bert(clean, std::string_view("a\x01\x7F\0\u00AD\u200B\uFEFF\uFFFD\uE000b", 20)), "ab");
    EXPECT_EQ(bert(R"(, "clean_text": false, "handle_chinese_chars": false, "lowercase": false)", "a\t\x01"),
              "a\t\x01");
}

TEST(NormalizerTest, BertPutsIdeographsBetweenSpaces) {
    const char* chinese = R"(, "handle_chinese_chars": true, "lowercase": false)";
    EXPECT_EQ(bert(chinese, "a日本b"), "a 日  本 b");
    EXPECT_EQ(bert(chinese, "かハ한𠀀"), "かハ한 𠀀 ");
    EXPECT_EQ(bert(chinese, "\U0002B820\U0002B920"), "\U0002B820 \U0002B920 ");  // as the reference has it
}

// strip_accents that is null follows lowercase; only marks without a place of their own (Mn) go.
TEST(NormalizerTest, BertLowersAndStripsAccents) {
    EXPECT_EQ(bert(R"(, "lowercase": true, "strip_accents": null)", "ÉCOLE Å İ"), "ecole a i");
    EXPECT_EQ(bert(R"(, "lowercase": false, "strip_accents": null)", "É"), "É");
    EXPECT_EQ(bert(R"(, "lowercase": true, "strip_accents": false)", "É"), "é");
    EXPECT_EQ(bert(R"(, "lowercase": false, "strip_accents": true)", "Éन\u093E"), "Eन\u093E");
    EXPECT_EQ(bert("", "ÉA日"), "ea 日 ");
}

TEST(NormalizerTest, NmtDropsControlsAndMakesSpaces) {
    EXPECT_EQ(normalized(R"({"type": "Nmt"})", "a\x01\x0B\x1F\x7F\u008F\u009Fb"), "ab");
    EXPECT_EQ(normalized(R"({"type": "Nmt"})", "\t\n\f\r\u1680\u200B\u200F\u2028\u2581\uFEFF\uFFFD"),
              std::string(11, ' '));
    EXPECT_EQ(normalized(R"({"type": "Nmt"})", "\u0085\u00A0\u3000a"), "\u0085\u00A0\u3000a");
}

TEST(NormalizerTest, ByteLevelWritesEveryByteAsACharacter) {
    EXPECT_EQ(normalized(R"({"type": "ByteLevel"})", "a é"), "aĠÃ©");
}

TEST(NormalizerTest, BrokenOptionsAreRefused) {
    for (const char* text : {R"({"type": "BertNormalizer", "lowercase": 1})", R"({"type": "Precompiled"})"})
        EXPECT_EQ(refusal(&make_normalizer, text).code, ErrorCode::Corrupt) << text;
}

// Marks of two classes in turn: put in order neighbour by neighbour they would take hours.
TEST(NormalizerTest, LongRunsOfMarksAreOrderedInLittleTime) {
    constexpr std::size_t kPairs = 250'000;
    const auto repeated = [](std::string_view text) {
        std::string result;
        for (std::size_t i = 0; i < kPairs; ++i)
            result += text;
        return result;
    };
    const std::string mixed = "a" + repeated("\u0301\u0327");
    const std::string ordered = "a" + repeated("\u0327") + repeated("\u0301");
    EXPECT_TRUE(normalized(R"({"type": "NFD"})", mixed) == ordered);
    EXPECT_TRUE(normalized(R"({"type": "NFKC"})", mixed) == "á" + ordered.substr(1, ordered.size() - 3));
}

}  // namespace
}  // namespace tunebench
