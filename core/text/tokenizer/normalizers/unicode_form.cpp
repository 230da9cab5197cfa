#include <cstdlib>
#include <utf8proc.h>

#include "core/text/tokenizer/normalizers/normalizers.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

std::string mapped(std::string_view text, utf8proc_option_t options) {
    utf8proc_uint8_t* bytes = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &bytes, options);
    if (length < 0)  // invalid UTF-8, which the tokenizer has replaced before, or out of memory
        return std::string(text);
    std::string result(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    std::free(bytes);
    return result;
}

bool between(char32_t character, char32_t low, char32_t high) {
    return character >= low && character <= high;
}

/// Whether a normal form may join this character with the one before it: marks, Hangul letters, and what is
/// compatible with them.
bool may_join_previous(char32_t character) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(character))) {
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
            return true;
        default:
            return between(character, 0x1100, 0x11FF) || between(character, 0x3131, 0x318E) ||
                   between(character, 0xFF9E, 0xFFDC);
    }
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
    explicit UnicodeForm(int options) : options_(static_cast<utf8proc_option_t>(options)) {}

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
        if (mapped(part, options_) == part) {
            edit.keep(begin, end);
            return;
        }
        while (begin < end) {
            const std::size_t cluster_end = next_cluster(text, begin, end);
            edit.replace(begin, cluster_end, mapped(text.substr(begin, cluster_end - begin), options_));
            begin = cluster_end;
        }
    }

    utf8proc_option_t options_;
};

}  // namespace

Result<std::unique_ptr<const Normalizer>> make_nfc(const ComponentDescription&) {
    return component<Normalizer, UnicodeForm>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

Result<std::unique_ptr<const Normalizer>> make_nfd(const ComponentDescription&) {
    return component<Normalizer, UnicodeForm>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
}

Result<std::unique_ptr<const Normalizer>> make_nfkc(const ComponentDescription&) {
    return component<Normalizer, UnicodeForm>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
}

Result<std::unique_ptr<const Normalizer>> make_nfkd(const ComponentDescription&) {
    return component<Normalizer, UnicodeForm>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
}

}  // namespace tunebench
