#include <algorithm>

#include <fmt/format.h>

#include "core/text/tokenizer/sources/sentence_piece_conversion.h"

namespace tunebench {

namespace {

void set_cls_and_sep(DescriptionBuilder& builder, const std::string& cls, const std::string& sep) {
    builder.set_template({{cls}, {"$A"}, {sep}}, {{cls}, {"$A"}, {sep}, {"$B", 1}, {sep, 1}});
}

/// A piece of a digit and a comma, which ALBERT does without.
bool ends_in_number_and_comma(std::string_view text) {
    return text.size() >= 2 && text.back() == ',' && text[text.size() - 2] >= '0' &&
           text[text.size() - 2] <= '9';
}

}  // namespace

Json describe_t5(SentencePieceConversion conversion) {
    conversion.usual = {{.content = "</s>"}, {.content = "<unk>"}, {.content = "<pad>"}};
    const std::int64_t extra = std::clamp<std::int64_t>(conversion.config.integer("extra_ids", 100), 0, 1000);
    for (std::int64_t i = extra; i-- > 0;) {
        const auto& piece =
            conversion.pieces.emplace_back(SentencePieceFile::Piece{fmt::format("<extra_id_{}>", i)});
        conversion.usual.push_back({.content = piece.text});
    }
    DescriptionBuilder builder = conversion.begin();
    conversion.set_usual_parts(builder);
    const std::string end = conversion.config.token("eos_token", "</s>");
    builder.set_template({{"$A"}, {end}}, {{"$A"}, {end}, {"$B"}, {end}});
    return builder.take();
}

/// Its ids follow fairseq: four tokens of its own, then the pieces without the file's first three.
Json describe_xlm_roberta(SentencePieceConversion conversion) {
    std::vector<SentencePieceFile::Piece> pieces = {{"<s>"}, {"<pad>"}, {"</s>"}, {"<unk>"}};
    const auto kept = std::min<std::ptrdiff_t>(3, static_cast<std::ptrdiff_t>(conversion.pieces.size()));
    pieces.insert(pieces.end(), conversion.pieces.begin() + kept, conversion.pieces.end());
    pieces.push_back({"<mask>"});
    conversion.pieces = std::move(pieces);
    conversion.unknown = 3;
    conversion.usual = {{.content = "<s>"},
                        {.content = "<pad>"},
                        {.content = "</s>"},
                        {.content = "<unk>"},
                        {.content = "<mask>", .lstrip = true}};
    DescriptionBuilder builder = conversion.begin();
    conversion.set_usual_parts(builder);
    builder.set_template({{"<s>"}, {"$A"}, {"</s>"}},
                         {{"<s>"}, {"$A"}, {"</s>"}, {"</s>"}, {"$B"}, {"</s>"}});
    return builder.take();
}

Json describe_albert(SentencePieceConversion conversion) {
    for (SentencePieceFile::Piece& piece : conversion.pieces)
        piece.score -= ends_in_number_and_comma(piece.text) ? 100.0F : 0.0F;
    conversion.usual = {{.content = "<pad>"},
                        {.content = "<unk>"},
                        {.content = "[CLS]"},
                        {.content = "[SEP]"},
                        {.content = "[MASK]", .lstrip = true}};
    DescriptionBuilder builder = conversion.begin();
    conversion.set_usual_parts(builder);
    Json normalizers = {replace_part("String", "``", "\""), replace_part("String", "''", "\"")};
    if (!conversion.config.flag("keep_accents", false)) {
        normalizers.push_back({{"type", "NFKD"}});
        normalizers.push_back({{"type", "StripAccents"}});
    }
    if (conversion.config.flag("do_lower_case", true))
        normalizers.push_back({{"type", "Lowercase"}});
    conversion.add_precompiled(normalizers);
    normalizers.push_back(replace_part("Regex", " {2,}", " "));
    builder.set("normalizer", sequence_part("normalizers", std::move(normalizers)));
    set_cls_and_sep(builder, "[CLS]", "[SEP]");
    return builder.take();
}

Json describe_deberta_v2(SentencePieceConversion conversion) {
    conversion.usual = {
        {.content = "[PAD]"}, {.content = "[CLS]"}, {.content = "[SEP]"}, {.content = "[UNK]"}};
    DescriptionBuilder builder = conversion.begin();
    builder.add({.content = conversion.config.token("mask_token", "[MASK]")});
    conversion.set_usual_parts(builder);
    Json normalizers = Json::array();
    if (conversion.config.flag("do_lower_case", false))
        normalizers.push_back({{"type", "Lowercase"}});
    normalizers.push_back({{"type", "Strip"}, {"strip_left", true}, {"strip_right", true}});
    conversion.add_precompiled(normalizers);
    normalizers.push_back(replace_part("Regex", " {2,}", " "));
    builder.set("normalizer", sequence_part("normalizers", std::move(normalizers)));
    if (conversion.config.flag("split_by_punct", false))
        builder.set("pre_tokenizer",
                    sequence_part("pretokenizers", {{{"type", "Punctuation"}, {"behavior", "Isolated"}},
                                                    conversion.metaspace()}));
    set_cls_and_sep(builder, "[CLS]", "[SEP]");
    return builder.take();
}

Json describe_plain_unigram(SentencePieceConversion conversion) {
    DescriptionBuilder builder = conversion.begin();
    conversion.set_usual_parts(builder);
    return builder.take();
}

}  // namespace tunebench
