// Tokenizers from the files that stand in the place of a tokenizer.json.
#include "core/text/tokenizer/tokenizer_source.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/text/tokenizer/sources/sources.h"
#include "core/text/tokenizer/tokenizer.h"
#include "tests/core/text/tokenizer/precompiled_bytes.h"
#include "tests/core/text/tokenizer/sentence_piece_bytes.h"
#include "tests/core/text/tokenizer/small_tokenizer.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

using Ids = std::vector<std::int32_t>;
using Pieces = std::vector<SentencePieceFile::Piece>;
using ModelType = SentencePieceFile::ModelType;
using PieceType = SentencePieceFile::PieceType;

class TokenizerSourceTest : public testing::Test {
protected:
    void file(const char* name, const std::string& text) const {
        std::ofstream(folder_.path() / name, std::ios::binary) << text;
    }

    void config(const Json& json) const { file("tokenizer_config.json", json_text(json)); }

    Tokenizer loaded() const {
        auto tokenizer = Tokenizer::load(folder_.path());
        EXPECT_TRUE(tokenizer) << tokenizer.error().message;
        return *std::move(tokenizer);
    }

    Json described() const {
        auto description = describe_tokenizer(folder_.path());
        EXPECT_TRUE(description) << description.error().message;
        return description->json;
    }

    Error refusal_of_folder() const {
        const auto tokenizer = Tokenizer::load(folder_.path());
        EXPECT_FALSE(tokenizer);
        return tokenizer ? Error() : tokenizer.error();
    }

    test::TemporaryFolder folder_;
};

constexpr const char* kBertVocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nhe\n##llo\nE\ne\n日\n";

TEST_F(TokenizerSourceTest, VocabTxtIsBertsInSmallLetters) {
    file("vocab.txt", kBertVocabulary);
    const Tokenizer tokenizer = loaded();
    EXPECT_EQ(*tokenizer.encode("Héllo É日x", true), (Ids{2, 4, 5, 7, 8, 1, 3}));
    EXPECT_EQ(*tokenizer.encode("[SEP]", false), (Ids{3}));
    EXPECT_EQ(tokenizer.decode(Ids{2, 4, 5, 3}, true), "hello");
    EXPECT_EQ(tokenizer.encode_within("e", "he", 16)->ids, (Ids{2, 7, 3, 4, 3}));
    EXPECT_EQ(tokenizer.encode_within("e", "he", 16)->types, (Ids{0, 0, 0, 1, 1}));
    EXPECT_TRUE(tokenizer.is_special(0));
}

TEST_F(TokenizerSourceTest, VocabTxtFollowsItsConfiguration) {
    file("vocab.txt", std::string(kBertVocabulary) + "日e\r\n");
    config({{"do_lower_case", false}, {"tokenize_chinese_chars", false}, {"sep_token", "he"}});
    EXPECT_EQ(*loaded().encode("E e 日e", true), (Ids{2, 6, 7, 9, 4}));
    config({{"do_lower_case", false}, {"strip_accents", true}});
    EXPECT_EQ(*loaded().encode("É", false), (Ids{6}));
}

// As transformers has it for its classes of Llama and Gemma, whatever the tokenizer.json says.
TEST_F(TokenizerSourceTest, TheConfigurationOfALlamaSaysWhatStandsAroundATokenizerJsonsTexts) {
    Json json = sentence_piece_json();
    json["post_processor"] = {{"type", "ByteLevel"}};
    file("tokenizer.json", json_text(json));
    const std::int32_t hello = *loaded().token_id("▁hello");
    EXPECT_EQ(*loaded().encode("hello", true), (Ids{hello}));
    Json deepseek = {{"tokenizer_class", "LlamaTokenizerFast"},
                     {"add_bos_token", true},
                     {"add_eos_token", false},
                     {"bos_token", {{"content", "<s>"}}},
                     {"eos_token", "</s>"}};
    config(deepseek);
    EXPECT_EQ(*loaded().encode("hello", true), (Ids{1, hello}));
    EXPECT_EQ(*loaded().encode("hello", false), (Ids{hello}));
    const auto pair = *loaded().encode_within("hello", "hello", 16);
    EXPECT_EQ(pair.ids, (Ids{1, hello, 1, hello}));
    EXPECT_EQ(pair.types, (Ids{0, 0, 1, 1}));
    deepseek["add_bos_token"] = false;
    deepseek["add_eos_token"] = true;
    deepseek["tokenizer_class"] = "GemmaTokenizer";
    config(deepseek);
    EXPECT_EQ(*loaded().encode("hello", true), (Ids{hello, 2}));
}

TEST_F(TokenizerSourceTest, OtherConfigurationsLeaveATokenizerJsonAsItIs) {
    Json json = sentence_piece_json();
    json["post_processor"] =
        parsed(R"({"type": "RobertaProcessing", "cls": ["<s>", 1], "sep": ["</s>", 2]})");
    file("tokenizer.json", json_text(json));
    const std::int32_t hello = *loaded().token_id("▁hello");
    for (const Json& other : {Json{{"tokenizer_class", "PreTrainedTokenizerFast"}, {"add_bos_token", false}},
                              Json{{"tokenizer_class", "LlamaTokenizer"}, {"bos_token", "<s>"}},
                              Json{{"add_bos_token", false}, {"bos_token", "<s>"}}}) {
        config(other);
        EXPECT_EQ(*loaded().encode("hello", true), (Ids{1, hello, 2})) << other;
    }
    config({{"tokenizer_class", "LlamaTokenizer"}, {"add_bos_token", true}});
    EXPECT_EQ(*loaded().encode("hello", true), (Ids{1, hello})) << "the class names its tokens itself";
    config({{"tokenizer_class", "LlamaTokenizer"}, {"add_bos_token", true}, {"bos_token", "<nowhere>"}});
    EXPECT_EQ(*loaded().encode("hello", true), (Ids{hello}));
}

Json small_json() {
    Json json = tokenizer_json({"a", "b", "<s>", "</s>", " "}, Json::array());
    json["added_tokens"] = parsed(R"([{"id": 2, "content": "<s>", "special": true},
                                      {"id": 5, "content": "<x>", "special": false}])");
    return json;
}

// As transformers has it for every tokenizer.json.
TEST_F(TokenizerSourceTest, TokensThatOnlyTheConfigurationNamesAreAddedToATokenizerJsons) {
    file("tokenizer.json", json_text(small_json()));
    EXPECT_EQ(*loaded().encode("</s>", false), Ids());
    config(parsed(R"({"eos_token": "</s>", "pad_token": "<nowhere>",
                      "additional_special_tokens": ["<x>"],
                      "added_tokens_decoder": {"10": {"content": "<later>"},
                                               "9": {"content": "<new>", "special": true},
                                               "2": {"content": "<s>", "rstrip": true, "special": true},
                                               "5": {"content": "<x>", "normalized": false}}})"));
    const auto tokenizer = loaded();
    EXPECT_EQ(*tokenizer.encode("a</s>", false), (Ids{0, 3})) << "with the vocabulary's id";
    EXPECT_EQ(*tokenizer.encode("<new><later>", false), (Ids{6, 7})) << "with the next ids, whatever is said";
    EXPECT_EQ(*tokenizer.encode("<s>  a", false), (Ids{2, 0})) << "flags of the configuration win";
    EXPECT_TRUE(tokenizer.is_special(3));
    EXPECT_TRUE(tokenizer.is_special(5)) << "named as one";
    EXPECT_TRUE(tokenizer.is_special(6));
    EXPECT_FALSE(tokenizer.is_special(7));
    EXPECT_EQ(tokenizer.vocabulary_size(), 8) << "the model has no row for a pad token of no vocabulary";
}

TEST_F(TokenizerSourceTest, TheMapOfSpecialTokensCountsBesideAnOldConfiguration) {
    file("tokenizer.json", json_text(small_json()));
    file("special_tokens_map.json", R"({"eos_token": {"content": "</s>", "lstrip": true}})");
    EXPECT_EQ(*loaded().encode("a </s>", false), (Ids{0, 3}));
    config(parsed(R"({"added_tokens_decoder": {}})"));
    EXPECT_EQ(loaded().token_id("</s>"), 3);
    EXPECT_FALSE(loaded().is_special(3));
}

TEST_F(TokenizerSourceTest, AUnigramsSpecialTokensHaveTheIdsOfItsList) {
    Json json = small_json();
    json["added_tokens"] = nullptr;
    json["model"] =
        parsed(R"({"type": "Unigram", "unk_id": 0, "vocab": [["<unk>", 0], ["a", -1], ["</s>", 0]]})");
    file("tokenizer.json", json_text(json));
    config({{"eos_token", "</s>"}});
    EXPECT_EQ(*loaded().encode("a</s>", false), (Ids{1, 2}));
    EXPECT_TRUE(loaded().is_special(2));
}

std::string gpt2_vocabulary() {
    return R"({"<|endoftext|>": 7, "a": 0, "b": 1, "Ġ": 2, "ab": 3, "Ġab": 4, "<s>": 5, "</s>": 6})";
}

TEST_F(TokenizerSourceTest, VocabJsonAndMergesAreGpt2s) {
    file("vocab.json", gpt2_vocabulary());
    file("merges.txt", "#version: 0.2\r\na b\r\nĠ ab\n\n");
    const Tokenizer tokenizer = loaded();
    EXPECT_EQ(*tokenizer.encode("ab ab a<|endoftext|>", true), (Ids{3, 4, 2, 0, 7}));
    EXPECT_EQ(tokenizer.decode(Ids{3, 4}, false), "ab ab");
    config({{"add_bos_token", true}, {"add_prefix_space", true}});
    EXPECT_EQ(*loaded().encode("ab", true), (Ids{7, 4}));
}

TEST_F(TokenizerSourceTest, RobertaPutsItsTokensAround) {
    file("vocab.json", gpt2_vocabulary());
    file("merges.txt", "a b\nĠ ab\n");
    file("config.json", R"({"model_type": "roberta"})");
    EXPECT_EQ(*loaded().encode("ab", true), (Ids{5, 3, 6}));
    EXPECT_EQ(loaded().encode_within("a", "b", 16)->ids, (Ids{5, 0, 6, 6, 1, 6}));
    EXPECT_EQ(loaded().encode_within("a", "b", 16)->types, (Ids{0, 0, 0, 0, 0, 0}));
}

TEST_F(TokenizerSourceTest, Qwen2CutsByItsOwnExpression) {
    file("vocab.json", R"({"1": 0, "2": 1, "12": 2, "Ġ": 3, "Ã": 4, "©": 5})");
    file("merges.txt", "1 2\n");
    config({{"tokenizer_class", "Qwen2Tokenizer"},
            {"added_tokens_decoder", {{"6", {{"content", "<|im_end|>"}, {"special", true}}}}}});
    EXPECT_EQ(*loaded().encode("12<|im_end|>e\u0301", false), (Ids{0, 1, 6, 4, 5}));
}

TEST_F(TokenizerSourceTest, VocabJsonNeedsItsMergesAndBytes) {
    file("vocab.json", gpt2_vocabulary());
    EXPECT_EQ(refusal_of_folder().code, ErrorCode::NotFound);
    EXPECT_NE(refusal_of_folder().message.find("merges.txt"), std::string::npos);
    file("merges.txt", "a b\n");
    file("vocab.json", R"({"a": 0, "b</w>": 1})");
    EXPECT_EQ(refusal_of_folder().code, ErrorCode::Unsupported);
    for (const char* broken : {"[]", "{", R"({"Ġ": -1})", R"({"Ġ": 0, "a": 99999999999})"}) {
        file("vocab.json", broken);
        EXPECT_EQ(refusal_of_folder().code, ErrorCode::Corrupt) << broken;
        EXPECT_NE(refusal_of_folder().message.find("vocab.json"), std::string::npos);
    }
}

TEST_F(TokenizerSourceTest, AddedTokensTakeTheirIdsOrTheNextOnes) {
    file("vocab.txt", kBertVocabulary);
    file("added_tokens.json", R"({"<x>": 20, "he": 4})");
    file("special_tokens_map.json",
         R"({"mask_token": {"content": "<m>", "lstrip": true}, "additional_special_tokens": ["<y>"]})");
    const Tokenizer tokenizer = loaded();
    EXPECT_EQ(tokenizer.token_id("<x>"), 20);
    EXPECT_EQ(*tokenizer.encode("e <m><y>", false),
              (Ids{7, *tokenizer.token_id("<m>"), *tokenizer.token_id("<y>")}));
    EXPECT_EQ(*tokenizer.token_id("<m>"), 21);
    EXPECT_EQ(*tokenizer.token_id("<y>"), 22);
    EXPECT_TRUE(tokenizer.is_special(21));
    EXPECT_FALSE(tokenizer.is_special(20));
    for (const char* id : {"-1", "99999999999999999999", "1.5", "\"x\"", "2147483647"}) {
        file("added_tokens.json", std::string(R"({"<x>": )") + id + "}");
        EXPECT_EQ(refusal_of_folder().code, ErrorCode::Corrupt) << id;
    }
}

Pieces llama_pieces() {
    Pieces pieces = {
        {"<unk>", 0, PieceType::Unknown}, {"<s>", 0, PieceType::Control}, {"</s>", 0, PieceType::Control}};
    for (const char* byte : {"<0xC3>", "<0xA9>"})
        pieces.push_back({byte, 0, PieceType::Byte});
    for (const auto& [text, score] :
         {std::pair("▁a", -1.0F), {"bb", -2.0F}, {"▁abb", -3.0F}, {"▁", -4.0F}, {"a", -5.0F}, {"b", -6.0F}})
        pieces.push_back({text, score});
    pieces.push_back({"<|user|>", 0, PieceType::UserDefined});
    return pieces;
}

TEST_F(TokenizerSourceTest, MergesFollowFromTheScores) {
    const Json merges = merges_of(llama_pieces());
    EXPECT_EQ(merges, parsed(R"([["▁", "a"], ["b", "b"], ["▁a", "bb"]])"));
    // Of one piece's merges the longer left side goes first, then the one of lower ids.
    EXPECT_EQ(merges_of({{"a", -1}, {"b", -1}, {"ab", -2}, {"bb", -2}, {"abb", -3}}),
              parsed(R"([["a", "b"], ["b", "b"], ["ab", "b"], ["a", "bb"]])"));
    EXPECT_EQ(merges_of({}), Json::array());
}

TEST_F(TokenizerSourceTest, SentencePiecesBpeIsLlamas) {
    file("tokenizer.model", test::sentence_piece_bytes(llama_pieces(), ModelType::Bpe));
    const Tokenizer tokenizer = loaded();
    EXPECT_EQ(*tokenizer.encode("abb a", true), (Ids{1, 7, 5}));
    EXPECT_EQ(*tokenizer.encode("é", false), (Ids{8, 3, 4}));
    EXPECT_EQ(*tokenizer.encode("a<|user|></s>", false), (Ids{5, 11, 2}));
    EXPECT_EQ(tokenizer.decode(*tokenizer.encode("abb aé", false), false), "abb aé");
    EXPECT_TRUE(tokenizer.is_special(2));
    EXPECT_TRUE(tokenizer.is_special(0));
    EXPECT_FALSE(tokenizer.is_special(11));
    config({{"tokenizer_class", "LlamaTokenizer"}, {"add_bos_token", false}, {"add_eos_token", true}});
    EXPECT_EQ(*loaded().encode("a", true), (Ids{5, 2}));
    EXPECT_EQ(loaded().encode_within("a", "a", 9)->ids, (Ids{5, 2, 5, 2}));
}

// Since "legacy" is off, text after an added token gets no space.
TEST_F(TokenizerSourceTest, LlamaWithoutItsLegacySpaces) {
    file("tokenizer.model", test::sentence_piece_bytes(llama_pieces(), ModelType::Bpe));
    EXPECT_EQ(*loaded().encode("a</s>a", false), (Ids{5, 2, 5}));
    config({{"tokenizer_class", "LlamaTokenizer"}, {"legacy", false}});
    EXPECT_EQ(*loaded().encode("a</s>a a", false), (Ids{5, 2, 9, 5}));
    config({{"tokenizer_class", "LlamaTokenizer"}, {"add_prefix_space", false}});
    EXPECT_EQ(*loaded().encode("a a", false), (Ids{9, 5}));
    EXPECT_EQ(loaded().decode(Ids{5}, false), " a");
}

TEST_F(TokenizerSourceTest, GemmaHasATabAndNoSpaceInFront) {
    Pieces pieces = {{"<pad>", 0, PieceType::Control},
                     {"<eos>", 0, PieceType::Control},
                     {"<bos>", 0, PieceType::Control},
                     {"<unk>", 0, PieceType::Unknown}};
    pieces.insert(pieces.end(), {{"<0x09>", 0, PieceType::Byte}, {"a", -2}, {"▁", -3}, {"▁a", -1}});
    file("tokenizer.model", test::sentence_piece_bytes(pieces, ModelType::Bpe, 3));
    config({{"tokenizer_class", "GemmaTokenizer"}});
    EXPECT_EQ(*loaded().encode("a a\t", true), (Ids{2, 5, 7, 4}));
    EXPECT_EQ(loaded().decode(Ids{5, 7, 4}, false), "a a\t");
}

Pieces unigram_pieces() {
    return {{"<pad>", 0, PieceType::Control},
            {"</s>", 0, PieceType::Control},
            {"<unk>", 0, PieceType::Unknown},
            {"▁a", -1},
            {"b", -2},
            {"▁", -3},
            {"B", -2},
            {"1,", -2}};
}

TEST_F(TokenizerSourceTest, T5HasExtraIdsAndAnEnd) {
    const std::string map = test::precompiled_bytes({{"ﬁ", "b"}});
    file("spiece.model", test::sentence_piece_bytes(unigram_pieces(), ModelType::Unigram, 2, map));
    config({{"tokenizer_class", "T5Tokenizer"}, {"extra_ids", 2}});
    const Tokenizer tokenizer = loaded();
    EXPECT_EQ(*tokenizer.encode("aﬁ   ab  ", true), (Ids{3, 4, 3, 4, 1}));
    EXPECT_EQ(*tokenizer.encode("a<extra_id_0>", false), (Ids{3, 9}));
    EXPECT_EQ(tokenizer.token_id("<extra_id_1>"), 8);
    EXPECT_EQ(tokenizer.encode_within("a", "b", 9)->ids, (Ids{3, 1, 5, 4, 1}));
    EXPECT_EQ(tokenizer.decode(Ids{3, 4, 3}, false), "ab a");
}

TEST_F(TokenizerSourceTest, XlmRobertaHasItsOwnFirstIds) {
    Pieces pieces = {{"<unk>", 0, PieceType::Unknown},
                     {"<s>", 0, PieceType::Control},
                     {"</s>", 0, PieceType::Control},
                     {"▁a", -1},
                     {"b", -2}};
    file("sentencepiece.bpe.model", test::sentence_piece_bytes(pieces, ModelType::Unigram));
    file("config.json", R"({"model_type": "xlm-roberta"})");
    EXPECT_EQ(*loaded().encode("ab c <mask>", true), (Ids{0, 4, 5, 3, 6, 2}));
    EXPECT_EQ(loaded().encode_within("a", "a", 9)->ids, (Ids{0, 4, 2, 2, 4, 2}));
}

TEST_F(TokenizerSourceTest, AlbertLowersAndAvoidsNumbersWithACommas) {
    Pieces pieces = unigram_pieces();
    for (const char* token : {"[CLS]", "[SEP]", "1", ","})
        pieces.push_back({token, -5, token[0] == '[' ? PieceType::Control : PieceType::Normal});
    file("spiece.model", test::sentence_piece_bytes(pieces, ModelType::Unigram, 2));
    config({{"tokenizer_class", "AlbertTokenizer"}});
    EXPECT_EQ(*loaded().encode("ÁB1,", true), (Ids{8, 3, 4, 10, 11, 9}));
    EXPECT_EQ(loaded().encode_within("a", "a", 9)->types, (Ids{0, 0, 0, 1, 1}));
    config({{"tokenizer_class", "AlbertTokenizer"}, {"do_lower_case", false}});
    EXPECT_EQ(*loaded().encode("aB", false), (Ids{3, 6}));
}

TEST_F(TokenizerSourceTest, DebertaKeepsItsCase) {
    Pieces pieces = unigram_pieces();
    for (const char* token : {"[CLS]", "[SEP]", "[PAD]", "[UNK]"})
        pieces.push_back({token, -5, PieceType::Control});
    file("spm.model", test::sentence_piece_bytes(pieces, ModelType::Unigram, 2));
    config({{"tokenizer_class", "DebertaV2Tokenizer"}});
    EXPECT_EQ(*loaded().encode(" aB [MASK]", true), (Ids{8, 3, 6, 12, 9}));
    config({{"tokenizer_class", "DebertaV2Tokenizer"}, {"do_lower_case", true}});
    EXPECT_EQ(*loaded().encode("aB", false), (Ids{3, 4}));
}

TEST_F(TokenizerSourceTest, FamiliesWithOtherIdsAreRefusedByName) {
    file("sentencepiece.bpe.model", test::sentence_piece_bytes(unigram_pieces(), ModelType::Unigram, 2));
    EXPECT_EQ(*loaded().encode("ab", true), (Ids{3, 4}));
    config({{"tokenizer_class", "MBartTokenizer"}});
    EXPECT_EQ(refusal_of_folder().code, ErrorCode::Unsupported);
    EXPECT_NE(refusal_of_folder().message.find("mbart"), std::string::npos);
    file("sentencepiece.bpe.model", test::sentence_piece_bytes(unigram_pieces(), ModelType::Word, 2));
    EXPECT_EQ(refusal_of_folder().code, ErrorCode::Unsupported);
}

TEST_F(TokenizerSourceTest, TokenizerJsonComesFirst) {
    file("vocab.txt", kBertVocabulary);
    EXPECT_EQ(find_tokenizer_file(folder_.path())->filename(), "vocab.txt");
    file("tokenizer.json", json_text(sentence_piece_json()));
    EXPECT_EQ(find_tokenizer_file(folder_.path())->filename(), "tokenizer.json");
    EXPECT_EQ(described(), sentence_piece_json());
    EXPECT_EQ(Tokenizer::load(folder_.path() / "vocab.txt")->token_id("he"), 4);
    const test::TemporaryFolder empty;
    EXPECT_FALSE(find_tokenizer_file(empty.path()));
}

TEST_F(TokenizerSourceTest, MalformedNeighboursAreNamed) {
    file("vocab.txt", kBertVocabulary);
    for (const char* name :
         {"tokenizer_config.json", "special_tokens_map.json", "added_tokens.json", "config.json"}) {
        file(name, "{");
        EXPECT_NE(refusal_of_folder().message.find(name), std::string::npos);
        for (const char* odd :
             {"[]", "3", R"({"tokenizer_class": 3, "unk_token": [], "added_tokens_decoder": 1})"}) {
            file(name, odd);
            (void)Tokenizer::load(folder_.path());  // an answer of either kind, and no crash
        }
        file(name, "{}");
    }
}

}  // namespace
}  // namespace tunebench
