#include <utf8proc.h>

#include "core/text/tokenizer/normalizers/normalizers.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

/// Calls change(character) for each character; where it gives other text, that takes the character's place.
template <class Change>
void change_characters(AlignedText& target, Change change) {
    const std::string& text = target.text();
    AlignedText::Edit edit(target);
    std::string changed;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = code_point_at(text, at);
        const std::size_t end = at + character.length;
        changed.clear();
        if (change(character.value, changed))
            edit.replace(at, end, changed);
        else
            edit.keep(at, end);
        at = end;
    }
    edit.finish();
}

class Lowercase final : public Normalizer {
public:
    void normalize(AlignedText& text) const override {
        change_characters(text, [](char32_t character, std::string& changed) {
            if (character ==
                0x130) {  // the one letter whose lower case is two characters (SpecialCasing.txt)
                changed = "i\xCC\x87";
                return true;
            }
            const auto lower =
                static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(character)));
            append_utf8(changed, lower);
            return lower != character;
        });
    }
};

class StripAccents final : public Normalizer {
public:
    void normalize(AlignedText& text) const override {
        change_characters(text, [](char32_t character, std::string&) { return is_mark(character); });
    }
};

}  // namespace

Result<std::unique_ptr<const Normalizer>> make_lowercase(const ComponentDescription&) {
    return component<Normalizer, Lowercase>();
}

Result<std::unique_ptr<const Normalizer>> make_strip_accents(const ComponentDescription&) {
    return component<Normalizer, StripAccents>();
}

}  // namespace tunebench
