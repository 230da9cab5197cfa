// The makers that token_model.cpp's table names; each reads its own members of the description.
#pragma once

#include "core/text/tokenizer/token_model.h"

namespace tunebench {

// word_piece.cpp: a word is the longest token that it starts with, and so on with what is left (vocab,
// unk_token, continuing_subword_prefix, max_input_chars_per_word).
Result<std::unique_ptr<const TokenModel>> make_word_piece_model(const ComponentDescription& description);

// word_level.cpp: a word is a token (vocab, unk_token).
Result<std::unique_ptr<const TokenModel>> make_word_level_model(const ComponentDescription& description);

// unigram.cpp: the likeliest tokens that make up the word (vocab with scores, unk_id, byte_fallback).
Result<std::unique_ptr<const TokenModel>> make_unigram_model(const ComponentDescription& description);

}  // namespace tunebench
