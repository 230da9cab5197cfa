// The makers that tokenizer_source.cpp's table names: each turns a file of a vocabulary, with what stands
// beside it, into the tokenizer.json that the transformers library would make of them.
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/text/tokenizer/sentence_piece_file.h"
#include "core/text/tokenizer/sources/tokenizer_config.h"

namespace tunebench {

// byte_level_vocabulary.cpp: vocab.json with merges.txt (GPT-2, RoBERTa, Qwen2).
Result<Json> describe_byte_level_vocabulary(const std::filesystem::path& file);

// word_piece_vocabulary.cpp: vocab.txt (BERT).
Result<Json> describe_word_piece_vocabulary(const std::filesystem::path& file);

// sentence_piece_model.cpp: SentencePiece's own file (Llama, Gemma, T5, XLM-R, ALBERT, DeBERTa-v2).
Result<Json> describe_sentence_piece_model(const std::filesystem::path& file);

/// For the tests and the fuzzer of describe_sentence_piece_model. Unsupported for a family whose ids are not
/// those of the file.
Result<Json> describe_sentence_pieces(const SentencePieceFile& model, const TokenizerConfig& config,
                                      const std::string& source);

// sentence_piece_merges.cpp
/// The merges of a BPE model, which the file has only as scores: every way to cut a piece into two others,
/// the highest score first.
Json merges_of(const std::vector<SentencePieceFile::Piece>& pieces);

}  // namespace tunebench
