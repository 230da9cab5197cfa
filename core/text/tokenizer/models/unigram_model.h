// Unigram (Kudo, arXiv 1804.10959): every token has a score, its log-probability, and a word becomes the
// tokens whose scores add up to the most.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/tokenizer/token_model.h"
#include "core/text/tokenizer/token_trie.h"
#include "core/text/tokenizer/vocabulary.h"
#include "core/text/tokenizer/word_cache.h"

namespace tunebench {

class UnigramModel final : public TokenModel {
public:
    struct Options {
        std::int32_t unknown = kNoToken;  // neighbouring unknown characters are one token
        bool byte_fallback = false;       // they become <0x00> ... <0xFF>, where these are tokens
    };

    /// scores[i] belongs to the id i.
    UnigramModel(Vocabulary vocabulary, std::vector<double> scores, Options options);

    void tokenize(std::string_view word, std::vector<ModelToken>& tokens) const override;
    bool may_lack_tokens() const override { return options_.unknown == kNoToken; }
    std::optional<std::int32_t> token_id(std::string_view token) const override {
        return vocabulary_.find(token);
    }
    const std::string* token_text(std::int32_t id) const override { return vocabulary_.text(id); }
    std::int32_t id_end() const override { return vocabulary_.id_end(); }

private:
    void tokenize_word(std::string_view word, std::vector<ModelToken>& tokens) const;

    /// The parts of the best path, front to back; `id` as the search found it, kUnknown for no token.
    std::vector<ModelToken> best_path(std::string_view word) const;
    void append(std::string_view part, std::vector<ModelToken>& tokens) const;
    bool append_bytes(std::string_view part, std::vector<ModelToken>& tokens) const;

    Vocabulary vocabulary_;
    std::vector<double> scores_;
    Options options_;
    double unknown_score_;
    TokenTrie trie_;
    std::array<std::optional<std::int32_t>, 256> byte_tokens_;
    std::unique_ptr<WordCache> cache_;  // the one thing that changes after loading
};

}  // namespace tunebench
