// Vocabularies as llama.cpp reads them: complete, with the types and scores that make it cut as we do.
#include "core/exports/gguf_tokenizer.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/base/json.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::int32_t kNormal = 1, kUnknown = 2, kControl = 3, kUserDefined = 4, kUnused = 5, kByte = 6;

using Texts = std::vector<std::string>;
using Types = std::vector<std::int32_t>;
using Scores = std::vector<float>;

std::string text(const GgufTokenizer& tokenizer, std::string_view key) {
    const auto* value = find_value<std::string>(tokenizer.metadata, key);
    return value ? *value : "missing";
}

std::int64_t id(const GgufTokenizer& tokenizer, const std::string& name) {
    const auto* value =
        find_value<std::uint32_t>(tokenizer.metadata, fmt::format("tokenizer.ggml.{}_token_id", name));
    return value ? static_cast<std::int64_t>(*value) : -1;
}

bool flag(const GgufTokenizer& tokenizer, const std::string& name) {
    const auto* value = find_value<bool>(tokenizer.metadata, "tokenizer.ggml." + name);
    EXPECT_TRUE(value) << name;
    return value && *value;
}

template <class T>
T list(const GgufTokenizer& tokenizer, const std::string& name) {
    const auto* value = find_value<T>(tokenizer.metadata, "tokenizer.ggml." + name);
    EXPECT_TRUE(value) << name;
    return value ? *value : T{};
}

Json added(int number, std::string_view content, bool special) {
    return {{"id", number},    {"content", content},  {"single_word", false}, {"lstrip", false},
            {"rstrip", false}, {"normalized", false}, {"special", special}};
}

class GgufTokenizerTest : public testing::Test {
protected:
    void write(std::string_view name, const std::string& content) const {
        std::ofstream(folder_.path() / name) << content;
    }

    /// SentencePiece's kind, in small: 3 special tokens, 256 bytes, then pieces.
    void write_pieces() const {
        Json vocabulary = {{"<unk>", 0}, {"<s>", 1}, {"</s>", 2}};
        for (int byte = 0; byte < 256; ++byte)
            vocabulary[fmt::format("<0x{:02X}>", byte)] = 3 + byte;
        for (const auto* piece : {"▁", "a", "b", "ab", "▁ab", "<extra>"})
            vocabulary[piece] = vocabulary.size();
        const Json tokens = {{"id", "<s>"}, {"ids", {1}}, {"tokens", {"<s>"}}};
        const Json tokenizer = {
            {"added_tokens",
             {added(0, "<unk>", true), added(1, "<s>", true), added(2, "</s>", true),
              added(264, "<extra>", false)}},
            {"normalizer",
             {{"type", "Sequence"},
              {"normalizers",
               {{{"type", "Prepend"}, {"prepend", "▁"}},
                {{"type", "Replace"}, {"pattern", {{"String", " "}}}, {"content", "▁"}}}}}},
            {"pre_tokenizer", nullptr},
            {"post_processor",
             {{"type", "TemplateProcessing"},
              {"single",
               {{{"SpecialToken", {{"id", "<s>"}, {"type_id", 0}}}},
                {{"Sequence", {{"id", "A"}, {"type_id", 0}}}}}},
              {"pair", Json::array()},
              {"special_tokens", {{"<s>", tokens}}}}},
            {"decoder", nullptr},
            {"model",
             {{"type", "BPE"},
              {"unk_token", "<unk>"},
              {"byte_fallback", true},
              {"vocab", vocabulary},
              {"merges", {"a b", "▁ ab"}}}}};
        write("tokenizer.json", json_text(tokenizer));
        write("tokenizer_config.json", R"({"bos_token": "<s>", "eos_token": "</s>", "pad_token": "</s>"})");
    }

    test::TemporaryFolder folder_;
};

TEST_F(GgufTokenizerTest, ByteLevelVocabulariesKeepTheirMerges) {
    test::write_tiny_model(folder_.path());
    write("chat_template.jinja", "{{ messages }}");
    const auto tokenizer = gguf_tokenizer(folder_.path(), 260);
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    EXPECT_EQ(text(*tokenizer, "tokenizer.ggml.model"), "gpt2");
    EXPECT_EQ(text(*tokenizer, "tokenizer.ggml.pre"), "gpt-2");
    EXPECT_EQ(text(*tokenizer, "tokenizer.chat_template"), "{{ messages }}");
    const auto tokens = list<Texts>(*tokenizer, "tokens");
    ASSERT_EQ(tokens.size(), 260U);
    EXPECT_EQ(tokens[' '], "Ġ");
    EXPECT_EQ(tokens['a'], "a");
    EXPECT_EQ(tokens[256], "<s>");
    EXPECT_EQ(tokens[259], "[PAD259]");
    const auto types = list<Types>(*tokenizer, "token_type");
    ASSERT_EQ(types.size(), 260U);
    EXPECT_EQ(std::ranges::count(types, kNormal), 256);
    EXPECT_EQ(types[257], kControl);
    EXPECT_EQ(types[258], kUnused);
    EXPECT_EQ(id(*tokenizer, "bos"), 256);
    EXPECT_EQ(id(*tokenizer, "eos"), 257);
    EXPECT_EQ(id(*tokenizer, "padding"), -1);
    EXPECT_FALSE(flag(*tokenizer, "add_bos_token"));
    EXPECT_FALSE(flag(*tokenizer, "add_space_prefix"));
    EXPECT_TRUE(list<Texts>(*tokenizer, "merges").empty());
    EXPECT_TRUE(tokenizer->notes.empty());
}

TEST_F(GgufTokenizerTest, PiecesGetScoresInTheOrderOfTheirMerges) {
    write_pieces();
    const auto tokenizer = gguf_tokenizer(folder_.path(), 265);
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    EXPECT_EQ(text(*tokenizer, "tokenizer.ggml.model"), "llama");
    EXPECT_EQ(text(*tokenizer, "tokenizer.ggml.pre"), "default");
    const auto tokens = list<Texts>(*tokenizer, "tokens");
    const auto types = list<Types>(*tokenizer, "token_type");
    const auto scores = list<Scores>(*tokenizer, "scores");
    ASSERT_EQ(tokens.size(), 265U);
    ASSERT_EQ(types.size(), 265U);
    ASSERT_EQ(scores.size(), 265U);
    EXPECT_EQ(types[0], kUnknown);
    EXPECT_EQ(types[1], kControl);
    EXPECT_EQ(types[3], kByte);
    EXPECT_EQ(types[258], kByte);
    EXPECT_EQ(types[259], kNormal);
    EXPECT_EQ(types[264], kUserDefined);
    EXPECT_EQ(tokens[263], "▁ab");
    EXPECT_EQ(scores[262], 0.0F);   // "ab", the first merge
    EXPECT_EQ(scores[263], -1.0F);  // "▁ab"
    EXPECT_LT(scores[259], -1.0F);  // no merge makes "▁"
    EXPECT_EQ(id(*tokenizer, "bos"), 1);
    EXPECT_EQ(id(*tokenizer, "eos"), 2);
    EXPECT_EQ(id(*tokenizer, "padding"), 2);
    EXPECT_EQ(id(*tokenizer, "unknown"), 0);
    EXPECT_TRUE(flag(*tokenizer, "add_bos_token"));
    EXPECT_FALSE(flag(*tokenizer, "add_eos_token"));
    EXPECT_TRUE(flag(*tokenizer, "add_space_prefix"));
}

TEST_F(GgufTokenizerTest, UnknownCutsAreNoted) {
    test::write_tiny_model(folder_.path());
    auto json = *read_json_file(folder_.path() / "tokenizer.json");
    json["pre_tokenizer"] = {{"type", "Sequence"},
                             {"pretokenizers", {{{"type", "Whitespace"}}, json["pre_tokenizer"]}}};
    write("tokenizer.json", json_text(json));
    const auto tokenizer = gguf_tokenizer(folder_.path(), 258);
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    EXPECT_EQ(text(*tokenizer, "tokenizer.ggml.pre"), "default");
    EXPECT_EQ(tokenizer->notes.size(), 1U);
}

TEST_F(GgufTokenizerTest, WhatLlamaCppCannotReadIsRefused) {
    EXPECT_EQ(gguf_tokenizer(folder_.path(), 258).error().code, ErrorCode::NotFound);
    test::write_tiny_model(folder_.path());
    const auto too_many = gguf_tokenizer(folder_.path(), 200);
    ASSERT_FALSE(too_many);
    EXPECT_EQ(too_many.error().code, ErrorCode::Corrupt);
    auto json = *read_json_file(folder_.path() / "tokenizer.json");
    json["pre_tokenizer"] = nullptr;  // merges of characters, and nothing for those that the vocabulary lacks
    write("tokenizer.json", json_text(json));
    const auto characters = gguf_tokenizer(folder_.path(), 258);
    ASSERT_FALSE(characters);
    EXPECT_EQ(characters.error().code, ErrorCode::Unsupported);
    EXPECT_FALSE(characters.error().hint.empty());
}

/// As llama.cpp cuts with such a vocabulary: of neighbours that together are a token, those of the highest
/// score first, of equal ones the leftmost; what is no token becomes bytes.
std::vector<std::int32_t> cut_by_scores(const Texts& tokens, const Scores& scores, const std::string& text) {
    std::unordered_map<std::string, std::int32_t> ids;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        ids.emplace(tokens[i], static_cast<std::int32_t>(i));
    Texts symbols;
    for (const char c : " " + text) {
        const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
        if (!continues)
            symbols.emplace_back();
        symbols.back() += c == ' ' ? std::string("▁") : std::string(1, c);
    }
    while (true) {
        std::size_t best = symbols.size();
        float best_score = 0.0F;
        for (std::size_t i = 0; i + 1 < symbols.size(); ++i) {
            const auto found = ids.find(symbols[i] + symbols[i + 1]);
            if (found == ids.end())
                continue;
            const auto score = scores[static_cast<std::size_t>(found->second)];
            if (best == symbols.size() || score > best_score) {
                best = i;
                best_score = score;
            }
        }
        if (best == symbols.size())
            break;
        symbols[best] += symbols[best + 1];
        symbols.erase(symbols.begin() + static_cast<std::ptrdiff_t>(best) + 1);
    }
    std::vector<std::int32_t> result;
    for (const auto& symbol : symbols)
        if (const auto found = ids.find(symbol); found != ids.end())
            result.push_back(found->second);
        else
            for (const char c : symbol)
                result.push_back(ids.at(fmt::format("<0x{:02X}>", static_cast<unsigned char>(c))));
    return result;
}

TEST_F(GgufTokenizerTest, ScoresCutTextsAsTheReferenceDoes) {
    const auto folder = fs::path(TUNEBENCH_SOURCE_DIR) / "../shared/tokenizers/phi-3-mini";
    if (!fs::exists(folder))
        GTEST_SKIP() << folder << " is not there: the reference tokenizers lie beside the repository";
    const auto tokenizer = gguf_tokenizer(folder, 32064);
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    const auto tokens = list<Texts>(*tokenizer, "tokens");
    const auto scores = list<Scores>(*tokenizer, "scores");
    const auto cases = *read_json_file(folder / "expected.json");
    int compared = 0;
    for (const auto& expected : cases) {
        const auto text = expected["text"].get<std::string>();
        if (text.empty() || text.size() > 2000 || text.find("<") != std::string::npos)
            continue;  // added tokens are cut out before
        EXPECT_EQ(cut_by_scores(tokens, scores, text), expected["ids_plain"].get<Types>()) << text;
        ++compared;
    }
    EXPECT_GE(compared, 20);
}

}  // namespace
}  // namespace tunebench
