// SentencePiece's model file (tokenizer.model, spiece.model): sentencepiece_model.proto of that project.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

struct SentencePieceFile {
    enum class PieceType : std::uint8_t { Normal = 1, Unknown, Control, UserDefined, Unused, Byte };
    enum class ModelType : std::uint8_t { Unigram = 1, Bpe, Word, Character };

    struct Piece {
        std::string text = {};
        float score = 0;
        PieceType type = PieceType::Normal;
    };

    std::vector<Piece> pieces = {};  // by id
    ModelType model_type = ModelType::Unigram;
    bool byte_fallback = false;
    std::int32_t unknown_id = 0;
    std::string unknown_piece = "<unk>";
    std::string precompiled_map = {};  // empty: no normalization
    bool add_dummy_prefix = true;      // a space before the text

    /// Corrupt, with `source` in the message, for bytes that are no such file, and for pieces that are empty,
    /// longer than 1024 bytes, given twice, no UTF-8 or of a score that is no number.
    static Result<SentencePieceFile> parse(std::string_view bytes, const std::string& source);
};

}  // namespace tunebench
