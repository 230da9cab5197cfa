#include "core/text/tokenizer/sentence_piece_file.h"

#include <cmath>
#include <unordered_set>

#include <fmt/format.h>

#include "core/base/utf8.h"
#include "core/formats/protobuf_reader.h"

namespace tunebench {

namespace {

constexpr std::size_t kLongestPiece = 1024;  // bytes; SentencePiece itself makes none of more than 16 letters

bool read_piece(std::string_view bytes, SentencePieceFile::Piece& piece) {
    return read_message(bytes, [&](const ProtobufField& field) {
        if (field.number == 1)
            piece.text = field.bytes;
        else if (field.number == 2)
            piece.score = field.as_float();
        else if (field.number == 3 && field.value >= 1 && field.value <= 6)
            piece.type = static_cast<SentencePieceFile::PieceType>(field.value);
    });
}

bool read_trainer(std::string_view bytes, SentencePieceFile& file) {
    return read_message(bytes, [&](const ProtobufField& field) {
        if (field.number == 3 && field.value >= 1 && field.value <= 4)
            file.model_type = static_cast<SentencePieceFile::ModelType>(field.value);
        else if (field.number == 35)
            file.byte_fallback = field.as_boolean();
        else if (field.number == 40)
            file.unknown_id = field.as_integer();
        else if (field.number == 45)
            file.unknown_piece = field.bytes;
    });
}

bool read_normalizer(std::string_view bytes, SentencePieceFile& file) {
    return read_message(bytes, [&](const ProtobufField& field) {
        if (field.number == 2)
            file.precompiled_map = field.bytes;
        else if (field.number == 3)
            file.add_dummy_prefix = field.as_boolean();
    });
}

bool read_model(std::string_view bytes, SentencePieceFile& file) {
    bool is_whole = true;
    const bool is_message = read_message(bytes, [&](const ProtobufField& field) {
        if (field.number == 1)
            is_whole = read_piece(field.bytes, file.pieces.emplace_back()) && is_whole;
        else if (field.number == 2)
            is_whole = read_trainer(field.bytes, file) && is_whole;
        else if (field.number == 3)
            is_whole = read_normalizer(field.bytes, file) && is_whole;
    });
    return is_message && is_whole && !file.pieces.empty();
}

/// What is wrong with a piece; empty for nothing.
std::string_view complaint(const SentencePieceFile::Piece& piece,
                           std::unordered_set<std::string_view>& known) {
    if (piece.text.empty())
        return "is empty";
    if (piece.text.size() > kLongestPiece)
        return "is longer than 1024 bytes";
    if (!is_valid_utf8(piece.text))
        return "is no UTF-8";
    if (!std::isfinite(piece.score))
        return "has no usable score";
    return known.insert(piece.text).second ? "" : "is there twice";
}

Error corrupt(const std::string& source, const std::string& what) {
    return {ErrorCode::Corrupt, fmt::format("{}: {}", source, what),
            "Download the file again, or use the tokenizer.json of the same model."};
}

}  // namespace

Result<SentencePieceFile> SentencePieceFile::parse(std::string_view bytes, const std::string& source) {
    SentencePieceFile file;
    if (!read_model(bytes, file))
        return corrupt(source, "this is no model of SentencePiece, or a damaged one");
    std::unordered_set<std::string_view> known;
    for (std::size_t id = 0; id < file.pieces.size(); ++id)
        if (const auto what = complaint(file.pieces[id], known); !what.empty())
            return corrupt(source, fmt::format("the piece {} {}", id, what));
    if (file.unknown_id < 0 || static_cast<std::size_t>(file.unknown_id) >= file.pieces.size())
        return corrupt(source, fmt::format("no piece has the id {} of the unknown token", file.unknown_id));
    if (!is_valid_utf8(file.unknown_piece))
        return corrupt(source, "the unknown token is no UTF-8");
    return file;
}

}  // namespace tunebench
