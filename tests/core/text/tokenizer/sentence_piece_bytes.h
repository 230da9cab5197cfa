// SentencePiece's file for tests, written field by field.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/tokenizer/sentence_piece_file.h"

namespace tunebench::test {

inline std::string varint(std::uint64_t value) {
    std::string bytes;
    for (; value >= 0x80; value >>= 7)
        bytes += static_cast<char>(value | 0x80);
    return bytes += static_cast<char>(value);
}

inline std::string number_field(std::uint32_t number, std::uint64_t value) {
    return varint(number << 3) + varint(value);
}

inline std::string bytes_field(std::uint32_t number, std::string_view bytes) {
    return varint(number << 3 | 2) + varint(bytes.size()) + std::string(bytes);
}

inline std::string float_field(std::uint32_t number, float value) {
    std::string bytes = varint(number << 3 | 5);
    const auto bits = std::bit_cast<std::uint32_t>(value);
    for (int shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>(bits >> shift);
    return bytes;
}

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
