#include <algorithm>
#include <string>

#include "core/text/tokenizer/pre_tokenizers/pre_tokenizers.h"

namespace tunebench {

namespace {

// Unicode's scripts (version 14, as PCRE2 10.42 names them) but those that count as Han here, and Common.
// Scripts that are common in texts come first: they are tried in this order.
constexpr std::string_view kScripts[] = {"Latin",
                                         "Cyrillic",
                                         "Greek",
                                         "Arabic",
                                         "Hangul",
                                         "Devanagari",
                                         "Inherited",
                                         "Adlam",
                                         "Ahom",
                                         "Anatolian_hieroglyphs",
                                         "Armenian",
                                         "Avestan",
                                         "Balinese",
                                         "Bamum",
                                         "Bassa_vah",
                                         "Batak",
                                         "Bengali",
                                         "Bhaiksuki",
                                         "Bopomofo",
                                         "Brahmi",
                                         "Braille",
                                         "Buginese",
                                         "Buhid",
                                         "Canadian_aboriginal",
                                         "Carian",
                                         "Caucasian_albanian",
                                         "Chakma",
                                         "Cham",
                                         "Cherokee",
                                         "Chorasmian",
                                         "Coptic",
                                         "Cuneiform",
                                         "Cypriot",
                                         "Cypro_minoan",
                                         "Deseret",
                                         "Dives_akuru",
                                         "Dogra",
                                         "Duployan",
                                         "Egyptian_hieroglyphs",
                                         "Elbasan",
                                         "Elymaic",
                                         "Ethiopic",
                                         "Georgian",
                                         "Glagolitic",
                                         "Gothic",
                                         "Grantha",
                                         "Gujarati",
                                         "Gunjala_gondi",
                                         "Gurmukhi",
                                         "Hanifi_rohingya",
                                         "Hanunoo",
                                         "Hatran",
                                         "Hebrew",
                                         "Imperial_aramaic",
                                         "Inscriptional_pahlavi",
                                         "Inscriptional_parthian",
                                         "Javanese",
                                         "Kaithi",
                                         "Kannada",
                                         "Kayah_li",
                                         "Kharoshthi",
                                         "Khitan_small_script",
                                         "Khmer",
                                         "Khojki",
                                         "Khudawadi",
                                         "Lao",
                                         "Lepcha",
                                         "Limbu",
                                         "Linear_a",
                                         "Linear_b",
                                         "Lisu",
                                         "Lycian",
                                         "Lydian",
                                         "Mahajani",
                                         "Makasar",
                                         "Malayalam",
                                         "Mandaic",
                                         "Manichaean",
                                         "Marchen",
                                         "Masaram_gondi",
                                         "Medefaidrin",
                                         "Meetei_mayek",
                                         "Mende_kikakui",
                                         "Meroitic_cursive",
                                         "Meroitic_hieroglyphs",
                                         "Miao",
                                         "Modi",
                                         "Mongolian",
                                         "Mro",
                                         "Multani",
                                         "Myanmar",
                                         "Nabataean",
                                         "Nandinagari",
                                         "New_tai_lue",
                                         "Newa",
                                         "Nko",
                                         "Nushu",
                                         "Nyiakeng_puachue_hmong",
                                         "Ogham",
                                         "Ol_chiki",
                                         "Old_hungarian",
                                         "Old_italic",
                                         "Old_north_arabian",
                                         "Old_permic",
                                         "Old_persian",
                                         "Old_sogdian",
                                         "Old_south_arabian",
                                         "Old_turkic",
                                         "Old_uyghur",
                                         "Oriya",
                                         "Osage",
                                         "Osmanya",
                                         "Pahawh_hmong",
                                         "Palmyrene",
                                         "Pau_cin_hau",
                                         "Phags_pa",
                                         "Phoenician",
                                         "Psalter_pahlavi",
                                         "Rejang",
                                         "Runic",
                                         "Samaritan",
                                         "Saurashtra",
                                         "Sharada",
                                         "Shavian",
                                         "Siddham",
                                         "SignWriting",
                                         "Sinhala",
                                         "Sogdian",
                                         "Sora_sompeng",
                                         "Soyombo",
                                         "Sundanese",
                                         "Syloti_nagri",
                                         "Syriac",
                                         "Tagalog",
                                         "Tagbanwa",
                                         "Tai_le",
                                         "Tai_tham",
                                         "Tai_viet",
                                         "Takri",
                                         "Tamil",
                                         "Tangsa",
                                         "Tangut",
                                         "Telugu",
                                         "Thaana",
                                         "Thai",
                                         "Tibetan",
                                         "Tifinagh",
                                         "Tirhuta",
                                         "Toto",
                                         "Ugaritic",
                                         "Vai",
                                         "Vithkuqi",
                                         "Wancho",
                                         "Warang_citi",
                                         "Yezidi",
                                         "Yi",
                                         "Zanabazar_square"};

/// Runs of one script. A space and a character without a script belong to the run before them; at the start
/// of a text, where there is none, they are lost, as in the reference.
std::string script_runs() {
    std::string expression =
        R"((?![ ー])\p{sc:Common}(?:(?!ー)[\p{sc:Common}\p{sc:Unknown}])*+)"
        R"(|[\p{sc:Han}\p{sc:Hiragana}\p{sc:Katakana}ー][\p{sc:Han}\p{sc:Hiragana}\p{sc:Katakana}ー \p{sc:Unknown}]*+)";
    for (const std::string_view script : kScripts) {
        const std::string members = "\\p{sc:" + std::string(script) + "}";
        expression += "|" + members + "[" + members + " \\p{sc:Unknown}]*+";
    }
    return expression;
}

class UnicodeScripts final : public PreTokenizer {
public:
    explicit UnicodeScripts(TextPattern runs) : runs_(std::move(runs)) {}

    void split(const Piece& piece, const PieceSink& sink) const override {
        const std::size_t start = std::min(piece.text().find_first_not_of(' '), piece.text().size());
        runs_.for_each_or_throw(piece.text().substr(start),
                                [&](std::size_t begin, std::size_t end, bool is_run) {
                                    if (is_run)
                                        sink(piece.part(start + begin, start + end));
                                });
    }

private:
    TextPattern runs_;
};

}  // namespace

Result<std::unique_ptr<const PreTokenizer>> make_unicode_scripts(const ComponentDescription&) {
    TRY(TextPattern runs, TextPattern::regular_expression(script_runs()));
    return component<PreTokenizer, UnicodeScripts>(std::move(runs));
}

}  // namespace tunebench
