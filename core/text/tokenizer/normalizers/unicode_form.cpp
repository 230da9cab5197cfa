#include "core/text/normal_form.h"
#include "core/text/tokenizer/normalizers/normalizers.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

bool between(char32_t character, char32_t low, char32_t high) {
    return character >= low && character <= high;
}

/// Whether a normal form may join this character with the one before it: marks, Hangul letters, and what is
/// compatible with them.
bool may_join_previous(char32_t character) {
    return is_mark(character) || between(character, 0x1100, 0x11FF) || between(character, 0x3131, 0x318E) ||
           between(character, 0xFF9E, 0xFFDC);
}

std::size_t next_cluster(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t at = begin + code_point_at(text, begin).length;
    while (at < end) {
        const CodePoint character = code_point_at(text, at);
        if (!may_join_previous(character.value))
            break;
        at += character.length;
    }
    return at;
}

class UnicodeForm final : public Normalizer {
public:
    explicit UnicodeForm(NormalForm form) : form_(form) {}

    // ASCII is its own normal form and combines with nothing before it, so only the stretches between are
    // normalized, each with the ASCII character that it may combine with.
    void normalize(AlignedText& target) const override {
        const std::string& text = target.text();
        AlignedText::Edit edit(target);
        std::size_t begin = 0;
        while (begin < text.size()) {
            std::size_t ascii_end = begin;
            while (ascii_end < text.size() && is_ascii(text[ascii_end]))
                ++ascii_end;
            std::size_t end = ascii_end;
            while (end < text.size() && !is_ascii(text[end]))
                ++end;
            const std::size_t part = end > ascii_end && ascii_end > begin ? ascii_end - 1 : ascii_end;
            edit.keep(begin, part);
            normalize_part(edit, text, part, end);
            begin = end;
        }
        edit.finish();
    }

private:
    void normalize_part(AlignedText::Edit& edit, std::string_view text, std::size_t begin,
                        std::size_t end) const {
        const std::string_view part = text.substr(begin, end - begin);
        if (normal_form(part, form_) == part) {
            edit.keep(begin, end);
            return;
        }
        while (begin < end) {
            const std::size_t cluster_end = next_cluster(text, begin, end);
            edit.replace(begin, cluster_end, normal_form(text.substr(begin, cluster_end - begin), form_));
            begin = cluster_end;
        }
    }

    NormalForm form_;
};

}  // namespace

Result<std::unique_ptr<const Normalizer>> make_nfc(const ComponentDescription&) {
    return component<Normalizer, UnicodeForm>(NormalForm::Composed);
}

Result<std::unique_ptr<const Normalizer>> make_nfd(const ComponentDescription&) {
    return component<Normalizer, UnicodeForm>(NormalForm::Decomposed);
}

Result<std::unique_ptr<const Normalizer>> make_nfkc(const ComponentDescription&) {
    return component<Normalizer, UnicodeForm>(NormalForm::CompatibleComposed);
}

Result<std::unique_ptr<const Normalizer>> make_nfkd(const ComponentDescription&) {
    return component<Normalizer, UnicodeForm>(NormalForm::CompatibleDecomposed);
}

}  // namespace tunebench
