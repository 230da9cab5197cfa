#include "core/text/tokenizer/sources/sentence_piece_conversion.h"

#include "core/text/tokenizer/base64.h"
#include "core/text/tokenizer/metaspace.h"
#include "core/text/tokenizer/sources/sources.h"

namespace tunebench {

namespace {

std::vector<std::string> texts_of(const std::vector<SentencePieceFile::Piece>& pieces) {
    std::vector<std::string> texts;
    for (const SentencePieceFile::Piece& piece : pieces)
        texts.push_back(piece.text);
    return texts;
}

Json bpe_model(const SentencePieceConversion& conversion) {
    Json vocabulary = Json::object();
    for (std::size_t id = 0; id < conversion.pieces.size(); ++id)
        vocabulary[conversion.pieces[id].text] = id;
    return {{"type", "BPE"},
            {"vocab", std::move(vocabulary)},
            {"merges", merges_of(conversion.pieces)},
            {"unk_token", conversion.model.unknown_piece},
            {"fuse_unk", true},
            {"byte_fallback", conversion.byte_fallback}};
}

Json unigram_model(const SentencePieceConversion& conversion) {
    Json vocabulary = Json::array();
    for (const SentencePieceFile::Piece& piece : conversion.pieces)
        vocabulary.push_back(Json::array({piece.text, piece.score}));
    return {{"type", "Unigram"},
            {"vocab", std::move(vocabulary)},
            {"unk_id", conversion.unknown},
            {"byte_fallback", conversion.byte_fallback}};
}

}  // namespace

Json replace_part(const char* kind, std::string_view pattern, std::string_view content) {
    return {{"type", "Replace"}, {"pattern", {{kind, pattern}}}, {"content", content}};
}

Json sequence_part(const char* member, Json parts) {
    return {{"type", "Sequence"}, {member, std::move(parts)}};
}

Json SentencePieceConversion::metaspace() const {
    const char* scheme = !adds_space() ? "never" : is_legacy() ? "always" : "first";
    return {
        {"type", "Metaspace"}, {"replacement", kVisibleSpace}, {"prepend_scheme", scheme}, {"split", true}};
}

void SentencePieceConversion::add_precompiled(Json& normalizers) const {
    if (!model.precompiled_map.empty())
        normalizers.push_back(
            {{"type", "Precompiled"}, {"precompiled_charsmap", to_base64(model.precompiled_map)}});
}

DescriptionBuilder SentencePieceConversion::begin() const {
    using PieceType = SentencePieceFile::PieceType;
    const bool is_bpe = model.model_type == SentencePieceFile::ModelType::Bpe;
    DescriptionBuilder builder(is_bpe ? bpe_model(*this) : unigram_model(*this), texts_of(pieces));
    for (const auto& piece : model.pieces)
        if (piece.type == PieceType::Control || piece.type == PieceType::UserDefined)
            builder.add({.content = piece.text, .special = piece.type == PieceType::Control});
    builder.add_all(config, usual);
    return builder;
}

void SentencePieceConversion::set_usual_parts(DescriptionBuilder& builder) const {
    Json normalizers = Json::array();
    add_precompiled(normalizers);
    normalizers.push_back({{"type", "Strip"}, {"strip_left", false}, {"strip_right", true}});
    normalizers.push_back(replace_part("Regex", " {2,}", kVisibleSpace));
    builder.set("normalizer", sequence_part("normalizers", std::move(normalizers)));
    builder.set("pre_tokenizer", metaspace());
    builder.set("decoder", metaspace());
}

}  // namespace tunebench
