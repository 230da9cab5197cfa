#include "core/text/tokenizer/tokenizer.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/core/text/tokenizer/small_tokenizer.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

using Ids = std::vector<std::int32_t>;

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

std::string token_of(const Tokenizer& tokenizer, std::int32_t id) {
    return tokenizer.token_text(id);
}

TEST(TokenizerTest, EncodesAndDecodesAsSentencePieceDoes) {
    const Tokenizer tokenizer = tokenizer_of(sentence_piece_json());
    const Ids ids = *tokenizer.encode("hello é", false);
    EXPECT_EQ(token_of(tokenizer, ids[0]), "▁hello");
    EXPECT_EQ(ids.size(), 4U);  // ▁hello ▁ <0xC3> <0xA9>
    EXPECT_EQ(tokenizer.decode(ids, false), "hello é");
    EXPECT_EQ(tokenizer.decode(*tokenizer.encode("  hello", false), false), "  hello");
    EXPECT_EQ(*tokenizer.encode("", true), Ids{});
    EXPECT_EQ(tokenizer.decode(Ids{}, false), "");
}

TEST(TokenizerTest, AddedTokensAreFoundAndLeftOutOnRequest) {
    const Tokenizer tokenizer = tokenizer_of(sentence_piece_json());
    const Ids ids = *tokenizer.encode("<s>hello</s>", false);
    EXPECT_EQ(ids.front(), 1);
    EXPECT_EQ(ids.back(), 2);
    EXPECT_EQ(tokenizer.decode(ids, true), "hello");
    EXPECT_TRUE(tokenizer.is_special(1));
    EXPECT_FALSE(tokenizer.is_special(0));
}

TEST(TokenizerTest, SpansCoverTheTextWithoutGaps) {
    const Tokenizer tokenizer = tokenizer_of(sentence_piece_json());
    const std::string text = "hello <s> he 日\xFFz";
    const Encoding encoding = *tokenizer.encode_with_spans(text, false);
    EXPECT_EQ(encoding.ids, *tokenizer.encode(text, false));
    ASSERT_EQ(encoding.spans.size(), encoding.ids.size());
    std::size_t end = 0;
    for (const Span& span : encoding.spans) {
        EXPECT_LE(span.begin, end);
        EXPECT_GE(span.end, end);
        end = span.end;
    }
    EXPECT_EQ(end, text.size());
    EXPECT_EQ(encoding.spans.front(), (Span{0, 5}));
}

TEST(TokenizerTest, TokensOfOneCharacterShareItsSpan) {
    const Encoding encoding = *tokenizer_of(sentence_piece_json()).encode_with_spans("é", false);
    ASSERT_EQ(encoding.ids.size(), 3U);
    EXPECT_EQ(encoding.spans, (std::vector<Span>{{0, 0}, {0, 2}, {0, 2}}));
}

TEST(TokenizerTest, InvalidTextCountsAsReplacementCharacters) {
    const Tokenizer tokenizer = tokenizer_of(sentence_piece_json());
    EXPECT_EQ(*tokenizer.encode("a\xE2\x82z\xFF", false), *tokenizer.encode("a\uFFFDz\uFFFD", false));
}

// The words of Metaspace's "first" depend on where a piece comes from, also when no spans are asked for.
TEST(TokenizerTest, IdsAreTheSameWithAndWithoutSpans) {
    Json json = sentence_piece_json();
    json["normalizer"] = parsed(R"({"type": "Prepend", "prepend": "h"})");
    json["pre_tokenizer"] = parsed(R"({"type": "Sequence", "pretokenizers": [
        {"type": "FixedLength", "length": 1}, {"type": "Metaspace", "prepend_scheme": "first"}]})");
    const Tokenizer tokenizer = tokenizer_of(json);
    const Ids ids = *tokenizer.encode("el", false);
    EXPECT_EQ(ids, tokenizer.encode_with_spans("el", false)->ids);
    EXPECT_EQ(ids.size(), 5U);  // ▁ h ▁ e l: "h" and "e" both stand for the first character
}

TEST(TokenizerTest, AUnigramWithTokensAcrossWordsSeesTheWholeText) {
    Json json = tokenizer_json({}, Json::array());
    json["model"] = parsed(R"({"type": "Unigram", "unk_id": 0,
        "vocab": [["?", 0], ["▁", -1], ["a", -1], [",", -1], ["▁a", -1]]})");
    json["pre_tokenizer"] = parsed(R"({"type": "Metaspace", "prepend_scheme": "always", "split": true})");
    EXPECT_EQ(*tokenizer_of(json).encode("a, a", false), (Ids{4, 3, 4}));
    json["model"]["vocab"].push_back({",▁", -0.5});
    EXPECT_EQ(*tokenizer_of(json).encode("a, a", false), (Ids{4, 5, 2}));
}

TEST(TokenizerTest, TextWithoutATokenIsLeftOutAndToldWhenAskedFor) {
    Json json = tokenizer_json({}, Json::array());
    json["pre_tokenizer"] = parsed(R"({"type": "WhitespaceSplit"})");
    json["model"] = parsed(R"({"type": "Unigram", "vocab": [["a", -1], ["b", -1]]})");
    const Tokenizer tokenizer = tokenizer_of(json);
    EXPECT_TRUE(tokenizer.check("ab b"));
    EXPECT_EQ(*tokenizer.encode("aж b", false), (Ids{0, 1}));
    const Encoding encoding = *tokenizer.encode_with_spans("aж b", false);
    EXPECT_EQ(encoding.ids, (Ids{0, 1}));
    EXPECT_EQ(encoding.spans, (std::vector<Span>{{0, 1}, {4, 5}}));
    const auto checked = tokenizer.check("aж b");
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(checked.error().message.find("\"ж\""), std::string::npos) << checked.error().message;
    EXPECT_NE(checked.error().hint.find("unk_id"), std::string::npos);
    json["model"]["unk_id"] = 1;
    EXPECT_TRUE(tokenizer_of(json).check("aж b"));
}

TEST(TokenizerTest, IdsWithoutATokenAreLeftOut) {
    const Tokenizer tokenizer = tokenizer_of(sentence_piece_json());
    const std::int32_t hello = *tokenizer.token_id("▁hello");
    EXPECT_EQ(tokenizer.decode(Ids{-1, hello, 1 << 30, INT32_MIN}, false), "hello");
    EXPECT_EQ(tokenizer.token_text(-5), "");
    EXPECT_EQ(tokenizer.token_display(1 << 30), "");
}

TEST(TokenizerTest, DisplayShowsSpacesAndBytes) {
    const Tokenizer tokenizer = tokenizer_of(sentence_piece_json());
    EXPECT_EQ(tokenizer.token_display(*tokenizer.token_id("▁hello")), " hello");
    EXPECT_EQ(tokenizer.token_display(*tokenizer.token_id("▁")), " ");
    EXPECT_EQ(tokenizer.token_display(*tokenizer.token_id("<0xE2>")), "<0xE2>");
    EXPECT_EQ(tokenizer.token_display(*tokenizer.token_id("<0x41>")), "A");
    EXPECT_EQ(tokenizer.token_display(1), "<s>");
    Json byte_level = tokenizer_json({"Ġa", "âĤ", "b"}, Json::array());
    byte_level["decoder"] = {{"type", "ByteLevel"}};
    const Tokenizer bytes = tokenizer_of(byte_level);
    EXPECT_EQ(bytes.token_display(0), " a");
    EXPECT_EQ(bytes.token_display(1), "<0xE2><0x82>");
}

TEST(TokenizerTest, VocabularySizeIsTheHighestIdAndOneMore) {
    Json json = tokenizer_json({"a", "b"}, Json::array());
    EXPECT_EQ(tokenizer_of(json).vocabulary_size(), 2);
    json["added_tokens"] = parsed(R"([{"id": 9, "content": "<x>"}])");
    EXPECT_EQ(tokenizer_of(json).vocabulary_size(), 10);
    EXPECT_EQ(tokenizer_of(json).token_id("<x>"), 9);
    EXPECT_FALSE(tokenizer_of(json).token_id("nothing"));
}

TEST(TokenizerTest, WithoutADecoderTokensAreJoinedBySpaces) {
    EXPECT_EQ(tokenizer_of(tokenizer_json({"a", "b"}, Json::array())).decode(Ids{0, 1}, false), "a b");
}

TEST(TokenizerTest, PostProcessorMayAddOnlyTokensThatExist) {
    Json json = tokenizer_json({"a"}, Json::array());
    json["post_processor"] = parsed(R"({"type": "BertProcessing", "sep": ["x", 5], "cls": ["a", 0]})");
    const auto tokenizer = Tokenizer::from_json(json_text(json));
    ASSERT_FALSE(tokenizer);
    EXPECT_NE(tokenizer.error().message.find("5"), std::string::npos);
}

TEST(TokenizerTest, MalformedFilesAreRefusedWithTheirName) {
    for (const char* text :
         {"", "{", "[]", "3", "{}", R"({"model": null})", R"({"model": {"type": "BPE"}})",
          R"({"model": {"type": "BPE", "vocab": {"a": 0}, "merges": []}, "normalizer": 3})",
          R"({"model": {"type": "BPE", "vocab": {"a": 0}, "merges": []}, "added_tokens": {}})"}) {
        const auto tokenizer = Tokenizer::from_json(text, "some/tokenizer.json");
        ASSERT_FALSE(tokenizer) << text;
        EXPECT_TRUE(tokenizer.error().message.starts_with("some/tokenizer.json"))
            << tokenizer.error().message;
    }
}

TEST(TokenizerTest, UnsupportedPartsAreNamedWithTheirFile) {
    Json json = tokenizer_json({"a"}, Json::array());
    json["model"]["type"] = "Bigram";
    const auto tokenizer = Tokenizer::from_json(json_text(json), "model/tokenizer.json");
    ASSERT_FALSE(tokenizer);
    EXPECT_EQ(tokenizer.error().code, ErrorCode::Unsupported);
    EXPECT_NE(tokenizer.error().message.find("model/tokenizer.json"), std::string::npos);
    EXPECT_NE(tokenizer.error().message.find("\"Bigram\""), std::string::npos);
    for (const char* known : {"BPE", "WordPiece", "WordLevel", "Unigram"})
        EXPECT_NE(tokenizer.error().hint.find(known), std::string::npos) << tokenizer.error().hint;
}

TEST(TokenizerTest, FolderWithoutATokenizerSaysWhatIsMissing) {
    const test::TemporaryFolder folder;
    const auto tokenizer = Tokenizer::load(folder.path());
    ASSERT_FALSE(tokenizer);
    EXPECT_EQ(tokenizer.error().code, ErrorCode::NotFound);
    EXPECT_NE(tokenizer.error().message.find(folder.path().string()), std::string::npos);
    EXPECT_NE(tokenizer.error().message.find("tokenizer.json"), std::string::npos);
    EXPECT_NE(tokenizer.error().hint.find("vocab.json"), std::string::npos);
    EXPECT_EQ(Tokenizer::load(folder.path() / "nowhere").error().code, ErrorCode::NotFound);
}

constexpr const char* kEndlessExpression = "(a+)+$";  // for a text of many letters a before another
constexpr const char* kEndlessText = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab";

void expect_given_up(const Error& error, std::string_view place) {
    EXPECT_EQ(error.code, ErrorCode::InvalidArgument);
    EXPECT_NE(error.message.find(place), std::string::npos) << error.message;
    EXPECT_NE(error.message.find(kEndlessExpression), std::string::npos) << error.message;
    EXPECT_FALSE(error.hint.empty());
}

TEST(TokenizerTest, AnExpressionThatMeetsItsLimitsIsAnErrorOfTheText) {
    Json json = tokenizer_json({"a", "b"}, Json::array());
    json["pre_tokenizer"] = {{"type", "Split"},
                             {"pattern", {{"Regex", kEndlessExpression}}},
                             {"behavior", "Isolated"},
                             {"invert", false}};
    const auto tokenizer = Tokenizer::from_json(json_text(json), "folder/tokenizer.json");
    ASSERT_TRUE(tokenizer);
    EXPECT_EQ(*tokenizer->encode("ab", true), (Ids{0, 1}));
    constexpr std::string_view kPlace = "folder/tokenizer.json, pre_tokenizer, pattern";
    expect_given_up(tokenizer->encode(kEndlessText, true).error(), kPlace);
    expect_given_up(tokenizer->encode_with_spans(kEndlessText, true).error(), kPlace);
    expect_given_up(tokenizer->encode_within("a", kEndlessText, 16).error(), kPlace);
    EXPECT_EQ(*tokenizer->encode("ab", true), (Ids{0, 1})) << "the next text is as before";
}

TEST(TokenizerTest, AnExpressionOfTheNormalizerMayMeetItsLimitsToo) {
    Json json = tokenizer_json({"a", "b"}, Json::array());
    json["normalizer"] = {
        {"type", "Replace"}, {"pattern", {{"Regex", kEndlessExpression}}}, {"content", "a"}};
    expect_given_up(tokenizer_of(json).encode(kEndlessText, true).error(), "normalizer, pattern");
    json["added_tokens"] = Json::array({{{"id", 0}, {"content", kEndlessText}, {"normalized", true}}});
    expect_given_up(Tokenizer::from_json(json_text(json)).error(), "normalizer, pattern");
}

TEST(TokenizerTest, DecodingLeavesATokenWhereASearchMeetsItsLimits) {
    Json json = tokenizer_json({"ab", kEndlessText}, Json::array());
    json["decoder"] = {{"type", "Replace"}, {"pattern", {{"Regex", kEndlessExpression}}}, {"content", ""}};
    EXPECT_EQ(tokenizer_of(json).decode(Ids{1}, false), kEndlessText);
}

class TokenizerFolderTest : public testing::Test {
protected:
    void SetUp() override { write(folder_.path() / "tokenizer.json", json_text(sentence_piece_json())); }

    Tokenizer loaded() const {
        auto tokenizer = Tokenizer::load(folder_.path());
        EXPECT_TRUE(tokenizer) << tokenizer.error().message;
        return *std::move(tokenizer);
    }

    void file(const char* name, const std::string& text) const { write(folder_.path() / name, text); }

    test::TemporaryFolder folder_;
};

TEST_F(TokenizerFolderTest, TokenizerAloneHasNoSpecialTokens) {
    const Tokenizer tokenizer = loaded();
    EXPECT_FALSE(tokenizer.begin_token());
    EXPECT_FALSE(tokenizer.end_token());
    EXPECT_FALSE(tokenizer.pad_token());
    EXPECT_TRUE(tokenizer.end_tokens().empty());
    EXPECT_EQ(tokenizer.chat_template(), "");
}

TEST_F(TokenizerFolderTest, SpecialTokensComeFromTheNeighbours) {
    file("tokenizer_config.json",
         R"({"bos_token": {"content": "<s>"}, "eos_token": "</s>", "pad_token": null})");
    file("special_tokens_map.json", R"({"pad_token": "<unk>"})");
    file("config.json", R"({"eos_token_id": [2, 999999, -4], "pad_token_id": 1})");
    file("generation_config.json", R"({"eos_token_id": 0})");
    const Tokenizer tokenizer = loaded();
    EXPECT_EQ(tokenizer.begin_token(), 1);
    EXPECT_EQ(tokenizer.end_token(), 2);
    EXPECT_EQ(tokenizer.pad_token(), 0);
    EXPECT_EQ(tokenizer.end_tokens(), (Ids{2, 0}));
}

TEST_F(TokenizerFolderTest, TheMapOfSpecialTokensCountsOnlyBesideAnOldConfiguration) {
    file("special_tokens_map.json", R"({"pad_token": "<unk>", "bos_token": {"content": "</s>"}})");
    file("tokenizer_config.json", R"({"bos_token": "<s>", "eos_token": "</s>"})");
    EXPECT_EQ(loaded().begin_token(), 2) << "the map wins over an old configuration";
    EXPECT_EQ(loaded().end_token(), 2);
    EXPECT_EQ(loaded().pad_token(), 0);
    EXPECT_EQ(loaded().chat().special_tokens.at("bos_token"), "</s>");
    file("tokenizer_config.json",
         R"({"bos_token": "<s>", "eos_token": "</s>", "added_tokens_decoder": {"1": {"content": "<s>"}}})");
    EXPECT_EQ(loaded().begin_token(), 1);
    EXPECT_EQ(loaded().end_token(), 2);
    EXPECT_FALSE(loaded().pad_token()) << "and is not read beside a newer one";
    EXPECT_FALSE(loaded().chat().special_tokens.contains("pad_token"));
}

TEST_F(TokenizerFolderTest, IdsOfConfigJsonAreTheLastResort) {
    file("tokenizer_config.json", R"({"bos_token": "no such token"})");
    file("config.json", R"({"bos_token_id": 1, "eos_token_id": 2})");
    EXPECT_EQ(loaded().begin_token(), 1);
    EXPECT_EQ(loaded().end_token(), 2);
}

TEST_F(TokenizerFolderTest, ChatTemplateComesFromConfigOrItsOwnFile) {
    file("tokenizer_config.json", R"({"chat_template": [{"name": "tool_use", "template": "x"},
                                                        {"name": "default", "template": "list"}]})");
    EXPECT_EQ(loaded().chat_template(), "list");
    file("tokenizer_config.json", R"({"chat_template": "config"})");
    EXPECT_EQ(loaded().chat_template(), "config");
    file("chat_template.jinja", "file");
    EXPECT_EQ(loaded().chat_template(), "file");
}

TEST_F(TokenizerFolderTest, MalformedNeighbourIsNamed) {
    file("special_tokens_map.json", "{");
    const auto tokenizer = Tokenizer::load(folder_.path());
    ASSERT_FALSE(tokenizer);
    EXPECT_NE(tokenizer.error().message.find("special_tokens_map.json"), std::string::npos);
}

TEST_F(TokenizerFolderTest, FileItselfCanBeGiven) {
    const auto tokenizer = Tokenizer::load(folder_.path() / "tokenizer.json");
    ASSERT_TRUE(tokenizer);
    EXPECT_EQ(tokenizer->token_id("<s>"), 1);
}

}  // namespace
}  // namespace tunebench
