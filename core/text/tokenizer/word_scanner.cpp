#include "core/text/tokenizer/word_scanner.h"

#include <string>

#include "core/text/unicode.h"

namespace tunebench {

namespace {

struct Character {
    CharacterClass kind = CharacterClass::Other;
    std::size_t length = 0;  // 0: the end of the text
};

Character character_at(std::string_view text, std::size_t at) {
    if (at >= text.size())
        return {};
    const CodePoint code_point = code_point_at(text, at);
    return {character_class(code_point.value), code_point.length};
}

/// The end of the run of characters of one class, at most `limit` of them.
std::size_t run_end(std::string_view text, std::size_t at, CharacterClass kind,
                    std::size_t limit = std::string_view::npos) {
    for (std::size_t count = 0; count < limit; ++count) {
        const Character character = character_at(text, at);
        if (character.length == 0 || character.kind != kind)
            break;
        at += character.length;
    }
    return at;
}

bool is_line_break(std::string_view text, std::size_t at) {
    return at < text.size() && (text[at] == '\r' || text[at] == '\n');
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The length of 's 't 're 've 'm 'll 'd at `at`, or 0.
std::size_t contraction_length(std::string_view text, std::size_t at, bool any_case) {
    if (text[at] != '\'' || at + 1 >= text.size())
        return 0;
    const auto letter = [&](std::size_t i) {
        return at + i >= text.size() ? '\0' : any_case ? lower(text[at + i]) : text[at + i];
    };
    const char first = letter(1);
    if (first == 's' || first == 't' || first == 'm' || first == 'd')
        return 2;
    const char second = letter(2);
    if ((first == 'r' && second == 'e') || (first == 'v' && second == 'e') || (first == 'l' && second == 'l'))
        return 3;
    // Without regard to case, the long s (U+017F) is an s as well.
    return any_case && text.substr(at + 1, 2) == "\xC5\xBF" ? 3 : 0;
}

/// \s+(?!\S)|\s+ at a white space: the run, which leaves its last character to a word that follows.
std::size_t white_space_run_end(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    std::size_t last = begin;
    for (Character c = character_at(text, end); c.length > 0 && c.kind == CharacterClass::Space;
         c = character_at(text, end)) {
        last = end;
        end += c.length;
    }
    return end == text.size() || last == begin ? end : last;
}

/// \s*[\r\n]+ : the white space up to its last line break, or `begin` when it has none.
std::size_t line_break_end(std::string_view text, std::size_t begin) {
    std::size_t result = begin;
    std::size_t at = begin;
    for (Character c = character_at(text, at); c.length > 0 && c.kind == CharacterClass::Space;
         c = character_at(text, at)) {
        const bool line_break = is_line_break(text, at);
        at += c.length;
        if (line_break)
            result = at;
    }
    return result;
}

std::size_t modern_word_end(std::string_view text, std::size_t begin, std::size_t digits) {
    if (const std::size_t length = contraction_length(text, begin, true))
        return begin + length;
    const Character first = character_at(text, begin);
    const std::size_t after = begin + first.length;
    if (first.kind == CharacterClass::Letter)
        return run_end(text, after, CharacterClass::Letter);
    if (first.kind == CharacterClass::Number)
        return run_end(text, begin, CharacterClass::Number, digits);
    const Character second = character_at(text, after);
    if (second.length > 0 && second.kind == CharacterClass::Letter && !is_line_break(text, begin))
        return run_end(text, after, CharacterClass::Letter);
    const bool space_and_sign =
        text[begin] == ' ' && second.length > 0 && second.kind == CharacterClass::Other;
    if (first.kind == CharacterClass::Other || space_and_sign) {
        std::size_t end = run_end(text, after, CharacterClass::Other);
        while (is_line_break(text, end))
            ++end;
        return end;
    }
    const std::size_t line_end = line_break_end(text, begin);
    return line_end > begin ? line_end : white_space_run_end(text, begin);
}

/// Line breaks may stand in JSON as themselves or as \r and \n of the expression.
std::string with_escaped_line_breaks(std::string_view expression) {
    std::string result;
    for (const char c : expression) {
        if (c == '\r')
            result += "\\r";
        else if (c == '\n')
            result += "\\n";
        else
            result += c;
    }
    return result;
}

}  // namespace

std::size_t gpt2_word_end(std::string_view text, std::size_t begin) {
    if (const std::size_t length = contraction_length(text, begin, false))
        return begin + length;
    const Character first = character_at(text, begin);
    const std::size_t after = begin + first.length;
    if (first.kind != CharacterClass::Space)
        return run_end(text, after, first.kind);
    const Character second = character_at(text, after);
    if (text[begin] == ' ' && second.length > 0 && second.kind != CharacterClass::Space)
        return run_end(text, after, second.kind);
    return white_space_run_end(text, begin);
}

std::size_t llama3_word_end(std::string_view text, std::size_t begin) {
    return modern_word_end(text, begin, 3);
}

std::size_t qwen2_word_end(std::string_view text, std::size_t begin) {
    return modern_word_end(text, begin, 1);
}

WordScanner scanner_for(std::string_view expression) {
    const std::string known = with_escaped_line_breaks(expression);
    if (known == kGpt2Expression)
        return &gpt2_word_end;
    if (known == kLlama3Expression)
        return &llama3_word_end;
    if (known == kQwen2Expression)
        return &qwen2_word_end;
    return nullptr;
}

}  // namespace tunebench
