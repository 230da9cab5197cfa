// SentencePiece's file for tests, written field by field.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/tokenizer/sentence_piece_file.h"
#include "tests/core/formats/protobuf_bytes.h"

namespace tunebench::test {

inline std::string piece_field(std::string_view text, float score,
                               SentencePieceFile::PieceType type = SentencePieceFile::PieceType::Normal) {
    return bytes_field(
        1, bytes_field(1, text) + float_field(2, score) + number_field(3, static_cast<std::uint64_t>(type)));
}

/// Pieces, then a trainer's part (model type, unknown id) and a normalizer's.
inline std::string sentence_piece_bytes(const std::vector<SentencePieceFile::Piece>& pieces,
                                        SentencePieceFile::ModelType type, std::uint64_t unknown = 0,
                                        std::string_view precompiled_map = {}) {
    std::string bytes;
    for (const auto& piece : pieces)
        bytes += piece_field(piece.text, piece.score, piece.type);
    bytes += bytes_field(2, number_field(3, static_cast<std::uint64_t>(type)) + number_field(40, unknown));
    return bytes + bytes_field(3, bytes_field(2, precompiled_map) + number_field(3, 1));
}

}  // namespace tunebench::test
