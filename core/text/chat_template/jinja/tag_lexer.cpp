#include <array>
#include <charconv>
#include <utf8proc.h>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/lexer.h"
#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/text.h"

namespace tunebench::jinja {
namespace {

// The longer before the shorter that they begin with.
constexpr std::array<std::string_view, 24> kOperators = {"//", "**", "==", "!=", ">=", "<=", "+", "-",
                                                         "/",  "*",  "%",  "~",  "[",  "]",  "(", ")",
                                                         "{",  "}",  ">",  "<",  "=",  ".",  ":", "|"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_name_part(char32_t c) {
    return c == '_' || is_word_character(c);
}

std::size_t name_length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto [value, length] = code_point_at(text, at);
        if (!is_name_part(value))
            break;
        at += length;
    }
    return at;
}

/// Digits with single underscores between them.
std::size_t digits_length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && (is_digit(text[at]) || (text[at] == '_' && at > 0 && at + 1 < text.size() &&
                                                       is_digit(text[at - 1]) && is_digit(text[at + 1]))))
        ++at;
    return at;
}

/// The length of a float at the beginning of the text; 0 when there is none.
std::size_t real_length(std::string_view text) {
    std::size_t at = digits_length(text);
    if (at == 0)
        return 0;
    bool is_real = false;
    if (text.substr(at).starts_with('.')) {
        const auto fraction = digits_length(text.substr(at + 1));
        is_real = fraction > 0;
        at += is_real ? 1 + fraction : 0;
    }
    const auto exponent = text.substr(at);
    if (exponent.starts_with('e') || exponent.starts_with('E')) {
        const bool has_sign = exponent.size() > 1 && (exponent[1] == '+' || exponent[1] == '-');
        const auto digits = digits_length(exponent.substr(has_sign ? 2 : 1));
        is_real = is_real || digits > 0;
        at += digits > 0 ? (has_sign ? 2 : 1) + digits : 0;
    }
    return is_real ? at : 0;
}

std::size_t based_length(std::string_view text) {
    if (text.size() < 3 || text[0] != '0')
        return 0;
    const char letter = static_cast<char>(text[1] | 0x20);
    const std::string_view digits = letter == 'x'   ? "0123456789abcdefABCDEF"
                                    : letter == 'o' ? "01234567"
                                    : letter == 'b' ? "01"
                                                    : "";
    std::size_t at = 2;
    while (at < text.size() && !digits.empty()) {
        const auto underscore = text[at] == '_' ? 1U : 0U;
        if (at + underscore >= text.size() || digits.find(text[at + underscore]) == std::string_view::npos)
            break;
        at += 1 + underscore;
    }
    return at > 2 ? at : 0;
}

std::size_t integer_length(std::string_view text) {
    if (const auto based = based_length(text); based > 0)
        return based;
    if (!text.starts_with('0'))
        return digits_length(text);
    std::size_t at = 1;  // a zero is followed by zeros only
    while (at < text.size() && (text[at] == '0' || text.substr(at).starts_with("_0")))
        at += text[at] == '0' ? 1 : 2;
    return at;
}

std::string plain_digits(std::string_view text) {
    std::string plain(text);
    std::erase(plain, '_');
    return plain;
}

char simple_escape(char c) {
    constexpr std::string_view kLetters = "abfnrtv\\'\"";
    constexpr std::string_view kValues = "\a\b\f\n\r\t\v\\'\"";
    const auto at = kLetters.find(c);
    return at == std::string_view::npos ? '\0' : kValues[at];
}

/// How many hexadecimal digits follow \x, \u, \U.
std::size_t hex_digits(char letter) {
    return letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
}

/// Python escapes a letter beyond ASCII before it reads escapes, so that a backslash before one stays.
std::string escaped_letter(char32_t c) {
    const auto number = static_cast<std::uint32_t>(c);
    return number <= 0xFF     ? fmt::format("\\x{:02x}", number)
           : number <= 0xFFFF ? fmt::format("\\u{:04x}", number)
                              : fmt::format("\\U{:08x}", number);
}

}  // namespace

bool Lexer::read_end(bool is_print) {
    const std::string_view symbol = is_print ? "}}" : "%}";
    const char sign = rest().front() == '-' || (rest().front() == '+' && !is_print) ? rest().front() : '\0';
    const std::size_t sign_length = sign ? 1 : 0;
    if (!open_brackets_.empty() || rest().substr(sign_length, 2) != symbol)
        return false;
    add(is_print ? TokenKind::PrintEnd : TokenKind::BlockEnd);
    if (!is_print && !sign)
        end_block(2);
    else
        advance(sign_length + 2);
    if (sign == '-')
        skip_spaces();
    return true;
}

Result<void> Lexer::read_tag(bool is_print) {
    add(is_print ? TokenKind::PrintBegin : TokenKind::BlockBegin);
    const bool has_sign = rest().size() > 2 && (rest()[2] == '-' || rest()[2] == '+');
    advance(has_sign ? 3 : 2);
    while (at_ < source_.size()) {
        if (read_end(is_print))
            return {};
        TRY_VOID(read_token());
    }
    return syntax_error(line_, "unexpected end of template");
}

Result<void> Lexer::read_token() {
    const auto [value, length] = code_point_at(source_, at_);
    if (is_space(value)) {
        advance(length);
        return {};
    }
    if (read_number())
        return {};
    if (is_digit(source_[at_]))
        return syntax_error(line_, "an integer is larger than 64 bits");
    if (const auto name = name_length(rest()); name > 0) {
        add(TokenKind::Name, std::string(rest().substr(0, name)));
        advance(name);
        return {};
    }
    return value == '\'' || value == '"' ? read_string() : read_operator();
}

bool Lexer::read_number() {
    const bool after_point = at_ > 0 && source_[at_ - 1] == '.';
    const auto real = after_point ? 0 : real_length(rest());
    if (real == 0)
        return read_integer();
    add(TokenKind::Real);
    tokens_.back().real = parse_real(plain_digits(rest().substr(0, real))).value_or(0.0);
    advance(real);
    return true;
}

bool Lexer::read_integer() {
    const auto length = is_digit(source_[at_]) ? integer_length(rest()) : 0;
    const auto number = parse_integer(plain_digits(rest().substr(0, length)), 0);
    if (length == 0 || !number)
        return false;
    add(TokenKind::Integer);
    tokens_.back().integer = *number;
    advance(length);
    return true;
}

Result<void> Lexer::read_string() {
    const char quote = source_[at_];
    const int line = line_;
    add(TokenKind::String);
    std::string value;
    for (advance(1); at_ < source_.size() && source_[at_] != quote;) {
        if (source_[at_] == '\\') {
            TRY_VOID(read_escape(value));
        } else {
            const auto end = std::min(source_.find_first_of(std::string{quote, '\\'}, at_), source_.size());
            value += source_.substr(at_, end - at_);
            advance(end - at_);
        }
    }
    if (at_ >= source_.size())
        return syntax_error(line, fmt::format("unexpected char {}: the string does not end", quote));
    advance(1);
    tokens_.back().text = std::move(value);
    return {};
}

Result<void> Lexer::read_escape(std::string& value) {
    if (at_ + 1 >= source_.size())
        return syntax_error(line_, "the string does not end");
    const char letter = source_[at_ + 1];
    const auto tail = source_.substr(at_ + 2);
    if (letter == '\n') {
        advance(2);
    } else if (const char simple = simple_escape(letter)) {
        value += simple;
        advance(2);
    } else if (const auto digits = hex_digits(letter); digits > 0) {
        std::uint32_t number = 0;
        const auto [end, failure] =
            std::from_chars(tail.data(), tail.data() + std::min(digits, tail.size()), number, 16);
        if (end != tail.data() + digits || failure != std::errc() || number > 0x10FFFF ||
            (number >= 0xD800 && number <= 0xDFFF))
            return syntax_error(line_, fmt::format("\\{} in a string stands for no character", letter));
        append_utf8(value, number);
        advance(2 + digits);
    } else if (letter >= '0' && letter <= '7') {
        std::uint32_t number = 0;
        const auto octal = source_.substr(at_ + 1, 3);
        const auto end = std::from_chars(octal.data(), octal.data() + octal.size(), number, 8).ptr;
        append_utf8(value, number);
        advance(1 + static_cast<std::size_t>(end - octal.data()));
    } else if (letter == 'N') {
        return syntax_error(line_, "\\N{...} in strings is not supported: write the character itself");
    } else {
        const auto [c, length] = code_point_at(source_, at_ + 1);
        value += c < 0x80 ? std::string{'\\', letter} : escaped_letter(c);
        advance(1 + length);
    }
    return {};
}

Result<void> Lexer::balance(char bracket) {
    const std::string_view opening = "([{";
    const std::string_view closing = ")]}";
    if (const auto kind = opening.find(bracket); kind != std::string_view::npos) {
        open_brackets_ += closing[kind];
    } else if (closing.find(bracket) != std::string_view::npos) {
        if (open_brackets_.empty())
            return syntax_error(line_, fmt::format("unexpected '{}'", bracket));
        if (open_brackets_.back() != bracket)
            return syntax_error(
                line_, fmt::format("unexpected '{}', expected '{}'", bracket, open_brackets_.back()));
        open_brackets_.pop_back();
    }
    return {};
}

Result<void> Lexer::read_operator() {
    for (const auto symbol : kOperators)
        if (rest().starts_with(symbol)) {
            if (symbol.size() == 1)
                TRY_VOID(balance(symbol.front()));
            add(TokenKind::Operator, std::string(symbol));
            advance(symbol.size());
            return {};
        }
    if (rest().front() == ',' || rest().front() == ';') {
        add(TokenKind::Operator, std::string(1, rest().front()));
        advance(1);
        return {};
    }
    const auto length = code_point_at(source_, at_).length;
    return syntax_error(line_, fmt::format("unexpected char '{}'", rest().substr(0, length)));
}

}  // namespace tunebench::jinja
