// Real tokenizers, written as the files that stand in the place of a tokenizer.json, give the same tokens.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/text/tokenizer/base64.h"
#include "core/text/tokenizer/tokenizer.h"
#include "core/text/tokenizer/tokenizer_source.h"
#include "tests/core/text/tokenizer/sentence_piece_bytes.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

using PieceType = SentencePieceFile::PieceType;
using ModelType = SentencePieceFile::ModelType;

using MergePairs = std::vector<std::pair<std::string, std::string>>;

MergePairs pairs_of(const Json& merges) {
    MergePairs pairs;
    for (const Json& merge : merges) {
        const auto text = merge.is_string() ? merge.get<std::string>() : std::string();
        if (merge.is_string())
            pairs.emplace_back(text.substr(0, text.find(' ')), text.substr(text.find(' ') + 1));
        else
            pairs.emplace_back(merge[0].get<std::string>(), merge[1].get<std::string>());
    }
    return pairs;
}

std::vector<std::string> made_by(const MergePairs& merges) {
    std::vector<std::string> pieces;
    for (const auto& [left, right] : merges)
        pieces.push_back(left + right);
    return pieces;
}

class TokenizerSourceReferenceTest : public testing::Test {
protected:
    /// Whether the reference tokenizer is there.
    bool find(const char* name) {
        reference_ = std::filesystem::path(TUNEBENCH_SOURCE_DIR) / "../shared/tokenizers" / name;
        if (!std::filesystem::exists(reference_))
            return false;
        json_ = *read_json_file(reference_ / "tokenizer.json");
        return true;
    }

    void write(const char* name, const std::string& text) const {
        std::ofstream(folder_.path() / name, std::ios::binary) << text;
    }

    std::vector<std::string> tokens_by_id() const {
        std::vector<std::string> tokens(json_["model"]["vocab"].size());
        for (const auto& [token, id] : json_["model"]["vocab"].items())
            tokens.at(id.get<std::size_t>()) = token;
        return tokens;
    }

    void expect_the_reference(bool with_special_tokens) const {
        const auto tokenizer = Tokenizer::load(folder_.path());
        ASSERT_TRUE(tokenizer) << tokenizer.error().message;
        const auto expected = read_json_file(reference_ / "expected.json");
        ASSERT_TRUE(expected && !expected->empty());
        for (const Json& entry : *expected) {
            const auto text = entry.at("text").get<std::string>();
            const auto plain = entry.at("ids_plain").get<std::vector<std::int32_t>>();
            EXPECT_EQ(*tokenizer->encode(text, false), plain) << text;
            EXPECT_EQ(tokenizer->decode(plain, false), entry.at("decoded").get<std::string>()) << text;
            if (with_special_tokens) {
                EXPECT_EQ(*tokenizer->encode(text, true), entry.at("ids").get<std::vector<std::int32_t>>());
            }
        }
    }

    std::filesystem::path reference_;
    test::TemporaryFolder folder_;
    Json json_;
};

#define FIND_OR_SKIP(name) \
    if (!find(name)) \
    GTEST_SKIP() << reference_ << " is not there: tokenizers of others are not part of the repository"

TEST_F(TokenizerSourceReferenceTest, VocabularyOfBert) {
    for (const char* name : {"bert-cased", "bert-lower"}) {
        FIND_OR_SKIP(name);
        std::string lines;
        for (const std::string& token : tokens_by_id())
            lines += token + "\n";
        write("vocab.txt", lines);
        write("tokenizer_config.json", json_text(*read_json_file(reference_ / "tokenizer_config.json")));
        expect_the_reference(true);
    }
}

TEST_F(TokenizerSourceReferenceTest, VocabularyAndMergesOfGpt2) {
    FIND_OR_SKIP("gpt2");
    std::string merges = "#version: 0.2\n";
    for (const auto& [left, right] : pairs_of(json_["model"]["merges"]))
        merges += left + " " + right + "\n";
    write("vocab.json", json_text(json_["model"]["vocab"]));
    write("merges.txt", merges);
    expect_the_reference(true);
}

/// Llama 2's pieces: the later training found one, the lower is its score; runs of spaces come last.
float llama_score(const std::string& token, std::size_t id) {
    const bool is_spaces = token.find_first_not_of("▁") == std::string::npos;
    return id < 259 ? 0.0F : (is_spaces ? -1e6F : 0.0F) - static_cast<float>(id);
}

TEST_F(TokenizerSourceReferenceTest, SentencePieceFileOfLlama) {
    FIND_OR_SKIP("phi-3-mini");
    const auto tokens = tokens_by_id();
    std::vector<SentencePieceFile::Piece> pieces;
    for (std::size_t id = 0; id < tokens.size(); ++id) {
        const auto type = id == 0    ? PieceType::Unknown
                          : id < 3   ? PieceType::Control
                          : id < 259 ? PieceType::Byte
                                     : PieceType::Normal;
        pieces.push_back({tokens[id], llama_score(tokens[id], id), type});
    }
    write("tokenizer.model", test::sentence_piece_bytes(pieces, ModelType::Bpe));
    Json config = *read_json_file(reference_ / "tokenizer_config.json");
    config["legacy"] = true;  // as its tokenizer.json is
    write("tokenizer_config.json", json_text(config));
    expect_the_reference(true);
    const auto description = describe_tokenizer(folder_.path());
    ASSERT_TRUE(description);
    // The order of the ways to make one piece, which changes no ids, was another in older converters.
    MergePairs merges = pairs_of(description->json["model"]["merges"]);
    MergePairs wanted = pairs_of(json_["model"]["merges"]);
    EXPECT_EQ(made_by(merges), made_by(wanted));
    std::ranges::sort(merges);
    std::ranges::sort(wanted);
    EXPECT_EQ(merges, wanted);
}

TEST_F(TokenizerSourceReferenceTest, SentencePieceFileOfAUnigram) {
    FIND_OR_SKIP("nmt-unigram");
    std::vector<SentencePieceFile::Piece> pieces;
    for (const Json& entry : json_["model"]["vocab"])
        pieces.push_back({entry[0].get<std::string>(), entry[1].get<float>(), PieceType::Normal});
    for (const Json& token : json_["added_tokens"])
        if (const auto id = token["id"].get<std::size_t>(); id < pieces.size())
            pieces[id].type = token["special"].get<bool>() ? PieceType::Control : PieceType::UserDefined;
    const auto map =
        from_base64(json_["normalizer"]["normalizers"][0]["precompiled_charsmap"].get<std::string>());
    ASSERT_TRUE(map);
    write("spiece.model", test::sentence_piece_bytes(pieces, ModelType::Unigram, 1, *map));
    expect_the_reference(false);
}

}  // namespace
}  // namespace tunebench
