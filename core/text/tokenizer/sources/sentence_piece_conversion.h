// What the conversions of SentencePiece's file share. One function a family of tokenizers, each as the
// transformers library converts it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/text/tokenizer/sentence_piece_file.h"
#include "core/text/tokenizer/sources/description_builder.h"
#include "core/text/tokenizer/sources/tokenizer_config.h"

namespace tunebench {

/// What a family's function works on.
struct SentencePieceConversion {
    const SentencePieceFile& model;
    const TokenizerConfig& config;
    std::vector<SentencePieceFile::Piece> pieces;  // by the id that they get
    std::int32_t unknown = 0;
    bool byte_fallback = false;
    std::vector<NamedToken> usual = {};  // special tokens that the family has where no file names them

    bool adds_space() const { return config.flag("add_prefix_space", model.add_dummy_prefix); }
    bool is_legacy() const { return config.flag("legacy", true); }

    /// The pre-tokenizer and decoder "Metaspace".
    Json metaspace() const;

    /// Adds the normalizer "Precompiled" where the file has a map.
    void add_precompiled(Json& normalizers) const;

    /// Model and added tokens: control pieces are special, pieces that a user defined are found whole.
    DescriptionBuilder begin() const;

    /// Normalizer, pre-tokenizer and decoder as most families have them.
    void set_usual_parts(DescriptionBuilder& builder) const;
};

/// The normalizer or decoder "Replace"; `kind` is String or Regex.
Json replace_part(const char* kind, std::string_view pattern, std::string_view content);

/// "Sequence" of the parts in its member `member`.
Json sequence_part(const char* member, Json parts);

// sentence_piece_bpe.cpp
Json describe_llama(SentencePieceConversion conversion);
Json describe_gemma(SentencePieceConversion conversion);

// sentence_piece_unigram.cpp
Json describe_t5(SentencePieceConversion conversion);
Json describe_xlm_roberta(SentencePieceConversion conversion);
Json describe_albert(SentencePieceConversion conversion);
Json describe_deberta_v2(SentencePieceConversion conversion);

/// A family without a name: nothing around a text.
Json describe_plain_unigram(SentencePieceConversion conversion);

}  // namespace tunebench
