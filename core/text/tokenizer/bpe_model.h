// Byte-pair encoding, byte-level (GPT-2) or with a fallback to bytes (SentencePiece as of Llama 2).
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/tokenizer/merge_table.h"
#include "core/text/tokenizer/token_model.h"
#include "core/text/tokenizer/vocabulary.h"
#include "core/text/tokenizer/word_cache.h"

namespace tunebench {

class BpeModel final : public TokenModel {
public:
    struct Options {
        /// For a character that neither vocabulary nor bytes cover; without one it is dropped. kNoToken: one
        /// is named that the vocabulary lacks, as byte-level files do, which need none.
        std::optional<std::int32_t> unknown;
        bool fuse_unknown = false;           // neighbouring unknown characters are one token
        bool byte_fallback = false;          // a character without a token becomes <0x00> ... <0xFF>
        bool ignore_merges = false;          // a word of the vocabulary is its own token
        std::string continuing_prefix = {};  // before every character of a word but the first
        std::string word_suffix = {};        // after the last
    };

    BpeModel(Vocabulary vocabulary, MergeTable merges, Options options, bool splits_at_visible_space);

    void tokenize(std::string_view word, std::vector<ModelToken>& tokens) const override;
    bool may_lack_tokens() const override { return options_.unknown == kNoToken; }
    std::optional<std::int32_t> token_id(std::string_view token) const override {
        return vocabulary_.find(token);
    }
    const std::string* token_text(std::int32_t id) const override { return vocabulary_.text(id); }
    std::int32_t id_end() const override { return vocabulary_.id_end(); }

private:
    void tokenize_word(std::string_view word, std::vector<ModelToken>& tokens) const;
    std::optional<std::int32_t> id_of(std::string_view character, char32_t code_point) const;
    std::vector<ModelToken> initial_symbols(std::string_view word) const;
    std::string symbol_text(std::string_view character, bool first, bool last) const;
    bool append_bytes(std::string_view symbol, std::size_t character_length,
                      std::vector<ModelToken>& symbols) const;

    Vocabulary vocabulary_;
    MergeTable merges_;
    Options options_;
    std::array<std::optional<std::int32_t>, 256> byte_tokens_;
    std::array<std::int32_t, 512> character_ids_;  // of ASCII and the byte alphabet; -1: no token
    bool splits_at_visible_space_;
    std::unique_ptr<WordCache> cache_;  // the one thing that changes after loading
};

/// Members vocab, merges, unk_token, fuse_unk, byte_fallback, ignore_merges, continuing_subword_prefix and
/// end_of_word_suffix. dropout is a regularization of training the embedding and is left out. Corrupt for a
/// merge of tokens that the vocabulary lacks.
Result<std::unique_ptr<const TokenModel>> make_bpe_model(const ComponentDescription& description);

}  // namespace tunebench
