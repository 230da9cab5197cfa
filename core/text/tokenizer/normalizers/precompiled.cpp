#include <utf8proc.h>

#include "core/text/tokenizer/base64.h"
#include "core/text/tokenizer/normalizers/character_edit.h"
#include "core/text/tokenizer/normalizers/normalizers.h"
#include "core/text/tokenizer/precompiled_map.h"

namespace tunebench {

namespace {

constexpr std::size_t kLongestCluster = 5;  // bytes of a cluster that is looked up as a whole

/// The end of the grapheme cluster (UAX 29) that starts at `begin`.
std::size_t grapheme_end(std::string_view text, std::size_t begin) {
    CodePoint left = code_point_at(text, begin);
    std::size_t end = begin + left.length;
    for (utf8proc_int32_t state = 0; end < text.size();) {
        const CodePoint right = code_point_at(text, end);
        if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(left.value),
                                             static_cast<utf8proc_int32_t>(right.value), &state))
            break;
        end += right.length;
        left = right;
    }
    return end;
}

class Precompiled final : public Normalizer {
public:
    explicit Precompiled(PrecompiledMap map) : map_(std::move(map)) {}

    void normalize(AlignedText& target) const override {
        const std::string& text = target.text();
        AlignedText::Edit edit(target);
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = grapheme_end(text, begin);
            if (end - begin > kLongestCluster || !replace(edit, text, begin, end))
                replace_characters(edit, text, begin, end);
            begin = end;
        }
        edit.finish();
    }

private:
    bool replace(AlignedText::Edit& edit, std::string_view text, std::size_t begin, std::size_t end) const {
        const auto replacement = map_.replacement(text.substr(begin, end - begin));
        if (replacement)
            edit.replace(begin, end, *replacement);
        return replacement.has_value();
    }

    void replace_characters(AlignedText::Edit& edit, std::string_view text, std::size_t begin,
                            std::size_t end) const {
        while (begin < end) {
            const std::size_t next = begin + code_point_at(text, begin).length;
            if (!replace(edit, text, begin, next))
                edit.keep(begin, next);
            begin = next;
        }
    }

    PrecompiledMap map_;
};

/// Marian's SentencePiece writes A as "Ua" and ! as "P!" for an encoder of case that reads the marks and
/// takes them away again. tokenizer.json does not describe that encoder, and with the marks alone nearly
/// every token would be wrong: the reference cases have the rules "nmt_nfkc" in the place of such a map.
bool is_case_encoding(const PrecompiledMap& map) {
    return map.replacement("A") == "Ua" && map.replacement("!") == "P!";
}

class NmtNfkc final : public Normalizer {
public:
    explicit NmtNfkc(std::unique_ptr<const Normalizer> nfkc) : nfkc_(std::move(nfkc)) {}

    void normalize(AlignedText& text) const override {
        change_characters(text, &nmt_change);
        nfkc_->normalize(text);
    }

private:
    std::unique_ptr<const Normalizer> nfkc_;
};

}  // namespace

Result<std::unique_ptr<const Normalizer>> make_precompiled(const ComponentDescription& description) {
    TRY(const std::string text, description.required_text("precompiled_charsmap"));
    const auto bytes = from_base64(text);
    if (!bytes)
        return description.error("\"precompiled_charsmap\" is not base64");
    auto map = PrecompiledMap::parse(*bytes);
    if (!map)
        return description.error(map.error().message);
    if (!is_case_encoding(*map))
        return component<Normalizer, Precompiled>(*std::move(map));
    TRY(auto nfkc, make_nfkc(description));
    return component<Normalizer, NmtNfkc>(std::move(nfkc));
}

}  // namespace tunebench
