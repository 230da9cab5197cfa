#include <algorithm>

#include "core/text/tokenizer/models/models.h"
#include "core/text/tokenizer/token_trie.h"
#include "core/text/tokenizer/vocabulary.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

using Tokens = std::vector<std::pair<std::string_view, std::int32_t>>;

/// The tokens that start with `prefix`, without it.
Tokens tokens_after(std::string_view prefix, const Vocabulary& vocabulary) {
    Tokens tokens;
    for (const auto& [text, id] : vocabulary.ids())
        if (text.starts_with(prefix))
            tokens.emplace_back(text.substr(prefix.size()), id);
    return tokens;
}

/// BERT's model (Schuster and Nakajima 2012; the greedy search of Devlin et al., arXiv 1810.04805).
class WordPieceModel final : public TokenModel {
public:
    WordPieceModel(Vocabulary vocabulary, std::int32_t unknown, std::string_view prefix,
                   std::int64_t longest_word)
        : vocabulary_(std::move(vocabulary)),
          first_(tokens_after("", vocabulary_)),
          continuing_(tokens_after(prefix, vocabulary_)),
          unknown_(unknown),
          longest_word_(longest_word) {}

    void tokenize(std::string_view word, std::vector<ModelToken>& tokens) const override {
        const std::size_t before = tokens.size();
        bool known = !is_too_long(word);
        for (std::size_t at = 0; known && at < word.size();) {
            const ModelToken token = longest(at == 0 ? first_ : continuing_, word.substr(at));
            known = token.length > 0;
            at += token.length;
            tokens.push_back(token);
        }
        if (known)
            return;
        tokens.resize(before);  // one part without a token makes the whole word unknown
        tokens.push_back({unknown_, static_cast<std::uint32_t>(word.size())});
    }

    bool may_lack_tokens() const override { return unknown_ == kNoToken; }

    std::optional<std::int32_t> token_id(std::string_view token) const override {
        return vocabulary_.find(token);
    }
    const std::string* token_text(std::int32_t id) const override { return vocabulary_.text(id); }
    std::int32_t id_end() const override { return vocabulary_.id_end(); }

private:
    bool is_too_long(std::string_view word) const {
        std::int64_t characters = 0;
        for (std::size_t at = 0; at < word.size() && characters <= longest_word_; ++characters)
            at += code_point_at(word, at).length;
        return characters > longest_word_;
    }

    static ModelToken longest(const TokenTrie& trie, std::string_view text) {
        ModelToken token;
        trie.for_each_prefix(text, [&](std::size_t length, std::int32_t id) {
            token = {id, static_cast<std::uint32_t>(length)};
        });
        return token;
    }

    Vocabulary vocabulary_;
    TokenTrie first_;
    TokenTrie continuing_;
    std::int32_t unknown_;
    std::int64_t longest_word_;  // in characters
};

}  // namespace

Result<std::unique_ptr<const TokenModel>> make_word_piece_model(const ComponentDescription& description) {
    TRY(const ComponentDescription vocab, description.member("vocab"));
    TRY(Vocabulary vocabulary, Vocabulary::make(vocab));
    TRY(const std::int32_t unknown, vocabulary.unknown_token(description));
    TRY(const std::string prefix, description.text("continuing_subword_prefix", "##"));
    TRY(const std::int64_t longest_word, description.integer("max_input_chars_per_word", 100));
    return component<TokenModel, WordPieceModel>(std::move(vocabulary), unknown, prefix, longest_word);
}

}  // namespace tunebench
