#include "core/text/tokenizer/pre_tokenizer.h"

#include <gtest/gtest.h>

#include "tests/core/text/tokenizer/small_tokenizer.h"

namespace tunebench {
namespace {

using Texts = std::vector<std::string>;

Texts pieces(std::string_view description, std::string_view text, std::size_t offset = 0) {
    const auto pre_tokenizer = made(&make_pre_tokenizer, description);
    Texts result;
    pre_tokenizer->split(Piece(text, offset), [&](const Piece& piece) { result.emplace_back(piece.text()); });
    return result;
}

std::string split(const std::string& behavior, bool invert) {
    return R"({"type": "Split", "pattern": {"String": "-"}, "behavior": ")" + behavior + R"(", "invert": )" +
           (invert ? "true}" : "false}");
}

TEST(PreTokenizerTest, SplitTreatsMatchesByItsBehavior) {
    const std::string text = "-a--b-c-";
    EXPECT_EQ(pieces(split("Removed", false), text), (Texts{"a", "b", "c"}));
    EXPECT_EQ(pieces(split("Removed", true), text), (Texts{"-", "-", "-", "-", "-"}));
    EXPECT_EQ(pieces(split("Isolated", false), text), (Texts{"-", "a", "-", "-", "b", "-", "c", "-"}));
    EXPECT_EQ(pieces(split("MergedWithPrevious", false), text), (Texts{"-", "a-", "-", "b-", "c-"}));
    EXPECT_EQ(pieces(split("MergedWithPrevious", true), text), (Texts{"-a", "-", "-b", "-c", "-"}));
    EXPECT_EQ(pieces(split("MergedWithNext", false), text), (Texts{"-a", "-", "-b", "-c", "-"}));
    EXPECT_EQ(pieces(split("MergedWithNext", true), text), (Texts{"-", "a-", "-", "b-", "c-"}));
    EXPECT_EQ(pieces(split("Contiguous", false), text), (Texts{"-", "a", "--", "b", "-", "c", "-"}));
}

TEST(PreTokenizerTest, SplitTakesScannersAndOtherExpressionsAlike) {
    EXPECT_EQ(
        pieces(R"({"type": "Split", "pattern": {"Regex": "\\p{N}{1,2}"}, "behavior": "Isolated"})", "a123"),
        (Texts{"a", "12", "3"}));
    EXPECT_EQ(pieces(R"({"type": "Split", "behavior": "Removed", "invert": true, "pattern": {"Regex":
        "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+"}})",
                     "a b"),
              (Texts{"a", " b"}));
}

TEST(PreTokenizerTest, ByteLevelWritesBytesAsCharacters) {
    EXPECT_EQ(pieces(R"({"type": "ByteLevel", "add_prefix_space": false})", "é 12"), (Texts{"Ã©", "Ġ12"}));
    EXPECT_EQ(pieces(R"({"type": "ByteLevel", "add_prefix_space": true})", "a b"), (Texts{"Ġa", "Ġb"}));
    EXPECT_EQ(pieces(R"({"type": "ByteLevel", "add_prefix_space": true})", " a"), (Texts{"Ġa"}));
    EXPECT_EQ(pieces(R"({"type": "ByteLevel", "add_prefix_space": false, "use_regex": false})", "a b"),
              (Texts{"aĠb"}));
    EXPECT_EQ(pieces(R"({"type": "ByteLevel"})", ""), Texts{});
}

TEST(PreTokenizerTest, ByteLevelKeepsTheSourceOfEveryByte) {
    const auto byte_level = made(&make_pre_tokenizer, R"({"type": "ByteLevel", "add_prefix_space": true})");
    std::vector<Span> spans;
    byte_level->split(Piece("é b", 4), [&](const Piece& piece) {
        spans.push_back(piece.source_span(0, piece.text().size()));
    });
    EXPECT_EQ(spans, (std::vector<Span>{{4, 6}, {6, 8}}));
}

TEST(PreTokenizerTest, MetaspaceMakesSpacesVisible) {
    EXPECT_EQ(pieces(R"({"type": "Metaspace", "prepend_scheme": "always", "split": true})", "a  b▁c "),
              (Texts{"▁a", "▁", "▁b", "▁c", "▁"}));
    EXPECT_EQ(pieces(R"({"type": "Metaspace", "prepend_scheme": "always", "split": false})", " a b"),
              (Texts{"▁a▁b"}));
    EXPECT_EQ(pieces(R"({"type": "Metaspace", "prepend_scheme": "never"})", "a b"), (Texts{"a", "▁b"}));
    EXPECT_EQ(pieces(R"({"type": "Metaspace", "add_prefix_space": false})", "a b"), (Texts{"a", "▁b"}));
}

TEST(PreTokenizerTest, MetaspaceFirstPrependsOnlyWhereTheTextStarts) {
    const char* first = R"({"type": "Metaspace", "prepend_scheme": "first"})";
    EXPECT_EQ(pieces(first, "a"), (Texts{"▁a"}));
    EXPECT_EQ(pieces(first, "a", 3), (Texts{"a"}));
}

TEST(PreTokenizerTest, DigitsPunctuationAndWhitespaceCutByKind) {
    EXPECT_EQ(pieces(R"({"type": "Digits", "individual_digits": true})", "a12½b"),
              (Texts{"a", "1", "2", "½", "b"}));
    EXPECT_EQ(pieces(R"({"type": "Digits", "individual_digits": false})", "a12b"), (Texts{"a", "12", "b"}));
    EXPECT_EQ(pieces(R"({"type": "Punctuation"})", "a,,b$。"), (Texts{"a", ",", ",", "b", "$", "。"}));
    EXPECT_EQ(pieces(R"({"type": "Punctuation", "behavior": "Contiguous"})", "a,,b"),
              (Texts{"a", ",,", "b"}));
    EXPECT_EQ(pieces(R"({"type": "Whitespace"})", " a_b,$ c\n"), (Texts{"a_b", ",$", "c"}));
    EXPECT_EQ(pieces(R"({"type": "WhitespaceSplit"})", " a,b  c"), (Texts{"a,b", "c"}));
}

TEST(PreTokenizerTest, SequenceCutsThePiecesOfItsFirstStep) {
    EXPECT_EQ(pieces(R"({"type": "Sequence", "pretokenizers": [{"type": "Digits", "individual_digits": true},
                         {"type": "ByteLevel", "add_prefix_space": false}]})",
                     "a12 é"),
              (Texts{"a", "1", "2", "ĠÃ©"}));
    EXPECT_EQ(pieces(R"({"type": "Sequence", "pretokenizers": []})", "a b"), (Texts{"a b"}));
}

TEST(PreTokenizerTest, UnknownTypesBehaviorsAndExpressionsAreRefused) {
    EXPECT_EQ(refusal(&make_pre_tokenizer, R"({"type": "Syllables"})").code, ErrorCode::Unsupported);
    EXPECT_EQ(
        refusal(&make_pre_tokenizer, R"({"type": "Split", "pattern": {"String": "-"}, "behavior": "Odd"})")
            .code,
        ErrorCode::Corrupt);
    EXPECT_EQ(refusal(&make_pre_tokenizer, R"({"type": "Metaspace", "prepend_scheme": "often"})").code,
              ErrorCode::Corrupt);
    EXPECT_EQ(refusal(&make_pre_tokenizer, R"({"type": "Metaspace", "replacement": ""})").code,
              ErrorCode::Corrupt);
    const Error error = refusal(&make_pre_tokenizer, R"({"type": "Split", "pattern": {"Regex": "("}})");
    EXPECT_NE(error.message.find("tokenizer.json, part, pattern"), std::string::npos) << error.message;
}

TEST(PreTokenizerTest, BertCutsAtSpacesAndAroundPunctuation) {
    const char* bert = R"({"type": "BertPreTokenizer"})";
    EXPECT_EQ(pieces(bert, "Hey, it's me—$5!\n"),
              (Texts{"Hey", ",", "it", "'", "s", "me", "—", "$", "5", "!"}));
    EXPECT_EQ(pieces(bert, "a\u3000b。²€"), (Texts{"a", "b", "。", "²€"}));
    EXPECT_EQ(pieces(bert, " "), Texts{});
}

TEST(PreTokenizerTest, CharDelimiterSplitDropsTheDelimiter) {
    const char* split = R"({"type": "CharDelimiterSplit", "delimiter": "日"})";
    EXPECT_EQ(pieces(split, "日a日日bc"), (Texts{"a", "bc"}));
    for (const char* delimiter : {R"("")", R"("ab")", "1"})
        EXPECT_EQ(refusal(&make_pre_tokenizer,
                          std::string(R"({"type": "CharDelimiterSplit", "delimiter": )") + delimiter + "}")
                      .code,
                  ErrorCode::Corrupt);
}

TEST(PreTokenizerTest, FixedLengthCountsCharacters) {
    EXPECT_EQ(pieces(R"({"type": "FixedLength", "length": 2})", "aé日bc"), (Texts{"aé", "日b", "c"}));
    EXPECT_EQ(pieces(R"({"type": "FixedLength"})", "abcdefg"), (Texts{"abcde", "fg"}));
    EXPECT_EQ(refusal(&make_pre_tokenizer, R"({"type": "FixedLength", "length": 0})").code,
              ErrorCode::Corrupt);
}

// Kana count as Han, a space belongs to the run before it, and punctuation is a script of its own (Common).
TEST(PreTokenizerTest, UnicodeScriptsCutsWhereTheScriptChanges) {
    const char* scripts = R"({"type": "UnicodeScripts"})";
    EXPECT_EQ(pieces(scripts, "どこで生れ。Yes"), (Texts{"どこで生れ", "。", "Yes"}));
    EXPECT_EQ(pieces(scripts, "Apples are りんご 林檎"), (Texts{"Apples are ", "りんご 林檎"}));
    EXPECT_EQ(pieces(scripts, "カード, жα"), (Texts{"カード", ", ", "ж", "α"}));
    EXPECT_EQ(pieces(scripts, " a"), (Texts{"a"}));
}

}  // namespace
}  // namespace tunebench
