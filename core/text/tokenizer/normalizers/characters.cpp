#include <utf8proc.h>

#include "core/text/tokenizer/byte_alphabet.h"
#include "core/text/tokenizer/normalizers/character_edit.h"
#include "core/text/tokenizer/normalizers/normalizers.h"

namespace tunebench {

namespace {

/// A normalizer that looks at one character at a time.
class CharacterChange final : public Normalizer {
public:
    using Change = bool (*)(char32_t character, std::string& changed);

    explicit CharacterChange(Change change) : change_(change) {}

    void normalize(AlignedText& text) const override { change_characters(text, change_); }

private:
    Change change_;
};

bool drop_mark(char32_t character, std::string&) {
    return is_mark(character);
}

bool to_byte_alphabet(char32_t character, std::string& changed) {
    std::string bytes;
    append_utf8(bytes, character);
    changed = to_byte_characters(bytes);
    return true;
}

bool in(char32_t character, char32_t low, char32_t high) {
    return character >= low && character <= high;
}

}  // namespace

bool lower_case(char32_t character, std::string& lower) {
    if (character == 0x130) {  // the one letter whose lower case is two characters (SpecialCasing.txt)
        lower = "i\xCC\x87";
        return true;
    }
    const auto value = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(character)));
    append_utf8(lower, value);
    return value != character;
}

bool nmt_change(char32_t character, std::string& changed) {
    if (in(character, 0x01, 0x08) || character == 0x0B || in(character, 0x0E, 0x1F) || character == 0x7F ||
        character == 0x8F || character == 0x9F)
        return true;
    const bool is_space = in(character, 0x09, 0x0A) || in(character, 0x0C, 0x0D) || character == 0x1680 ||
                          in(character, 0x200B, 0x200F) || in(character, 0x2028, 0x2029) ||
                          character == 0x2581 || character == 0xFEFF || character == 0xFFFD;
    if (is_space)
        changed = " ";
    return is_space;
}

Result<std::unique_ptr<const Normalizer>> make_lowercase(const ComponentDescription&) {
    return component<Normalizer, CharacterChange>(&lower_case);
}

Result<std::unique_ptr<const Normalizer>> make_strip_accents(const ComponentDescription&) {
    return component<Normalizer, CharacterChange>(&drop_mark);
}

Result<std::unique_ptr<const Normalizer>> make_nmt(const ComponentDescription&) {
    return component<Normalizer, CharacterChange>(&nmt_change);
}

Result<std::unique_ptr<const Normalizer>> make_byte_level_normalizer(const ComponentDescription&) {
    return component<Normalizer, CharacterChange>(&to_byte_alphabet);
}

}  // namespace tunebench
