#include "core/text/tokenizer/metaspace.h"
#include "core/text/tokenizer/sources/sentence_piece_conversion.h"

namespace tunebench {

namespace {

/// A begin token before and an end token after each text, as the configuration asks for them.
void set_begin_and_end(const SentencePieceConversion& conversion, DescriptionBuilder& builder,
                       const char* usual_begin, const char* usual_end) {
    using Parts = std::vector<DescriptionBuilder::Part>;
    const auto around = [&](const char* text, int type) {
        Parts parts;
        if (conversion.config.flag("add_bos_token", true))
            parts.push_back({conversion.config.token("bos_token", usual_begin), type});
        parts.push_back({text, type});
        if (conversion.config.flag("add_eos_token", false))
            parts.push_back({conversion.config.token("eos_token", usual_end), type});
        return parts;
    };
    const Parts single = around("$A", 0);
    Parts pair = single;
    for (auto& part : around("$B", 1))
        pair.push_back(std::move(part));
    builder.set_template(single, pair);
}

}  // namespace

Json describe_llama(SentencePieceConversion conversion) {
    conversion.byte_fallback = true;
    conversion.usual = {{.content = "<unk>"}, {.content = "<s>"}, {.content = "</s>"}};
    DescriptionBuilder builder = conversion.begin();
    Json decoders = {
        replace_part("String", kVisibleSpace, " "), {{"type", "ByteFallback"}}, {{"type", "Fuse"}}};
    if (conversion.adds_space())
        decoders.push_back({{"type", "Strip"}, {"content", " "}, {"start", 1}, {"stop", 0}});
    builder.set("decoder", sequence_part("decoders", std::move(decoders)));
    Json normalizers = Json::array();
    if (conversion.adds_space())
        normalizers.push_back({{"type", "Prepend"}, {"prepend", kVisibleSpace}});
    normalizers.push_back(replace_part("String", " ", kVisibleSpace));
    Json words = conversion.metaspace();
    words["split"] = false;
    if (conversion.is_legacy())
        builder.set("normalizer", sequence_part("normalizers", std::move(normalizers)));
    else
        builder.set("pre_tokenizer", std::move(words));
    set_begin_and_end(conversion, builder, "<s>", "</s>");
    return builder.take();
}

Json describe_gemma(SentencePieceConversion conversion) {
    conversion.byte_fallback = true;
    conversion.unknown = 3;
    conversion.usual = {
        {.content = "<pad>"}, {.content = "<eos>"}, {.content = "<bos>"}, {.content = "<unk>"}};
    for (SentencePieceFile::Piece& piece : conversion.pieces)
        if (piece.text == "<0x09>")
            piece.text = "\t";
    DescriptionBuilder builder = conversion.begin();
    builder.set("normalizer", replace_part("String", " ", kVisibleSpace));
    builder.set("pre_tokenizer", {{"type", "Split"},
                                  {"pattern", {{"String", " "}}},
                                  {"behavior", "MergedWithPrevious"},
                                  {"invert", false}});
    builder.set("decoder", sequence_part("decoders", {replace_part("String", kVisibleSpace, " "),
                                                      {{"type", "ByteFallback"}},
                                                      {{"type", "Fuse"}}}));
    set_begin_and_end(conversion, builder, "<bos>", "<eos>");
    return builder.take();
}

}  // namespace tunebench
