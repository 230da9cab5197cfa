#include "core/text/chat_template/jinja/lexer.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/utf8.h"
#include "core/text/chat_template/jinja/text.h"

namespace tunebench::jinja {
namespace {

constexpr auto kNone = std::string_view::npos;

/// Line ends become \n, and the last one is not part of the template.
std::string normalised(std::string_view source) {
    std::string text;
    text.reserve(source.size());
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] != '\r') {
            text += source[i];
            continue;
        }
        text += '\n';
        if (i + 1 < source.size() && source[i + 1] == '\n')
            ++i;
    }
    if (text.ends_with('\n'))
        text.pop_back();
    return text;
}

/// Where the next {{, {% or {# stands.
std::size_t find_tag(std::string_view text) {
    for (std::size_t at = text.find('{'); at != kNone && at + 1 < text.size(); at = text.find('{', at + 1))
        if (text[at + 1] == '{' || text[at + 1] == '%' || text[at + 1] == '#')
            return at;
    return kNone;
}

char sign_at(std::string_view text, std::size_t at) {
    return at < text.size() && (text[at] == '-' || text[at] == '+') ? text[at] : '\0';
}

std::size_t spaces_at(std::string_view text, std::size_t at) {
    const auto after = text.substr(std::min(at, text.size()));
    return after.size() - stripped(after, Side::Left).size();
}

/// lstrip_blocks: the spaces before a block are not printed when nothing else stands before it in its line.
std::string_view without_indent(std::string_view text, bool at_line_start) {
    const auto line_begin = text.rfind('\n') + 1;  // npos + 1 is 0
    const bool starts_line = line_begin > 0 || at_line_start;
    return starts_line && stripped(text.substr(line_begin), Side::Both).empty() ? text.substr(0, line_begin)
                                                                                : text;
}

/// A {% tag that consists of one word, after its `{%` and sign: the length of the whole, the sign of its
/// end, and whether it is that word's.
struct WordTag {
    std::size_t length = 0;
    char end_sign = '\0';
};

bool read_word_tag(std::string_view text, std::string_view word, WordTag& tag) {
    if (!text.starts_with("{%"))
        return false;
    std::size_t at = 2 + (sign_at(text, 2) ? 1 : 0);
    at += spaces_at(text, at);
    if (text.substr(at, word.size()) != word)
        return false;
    at += word.size();
    at += spaces_at(text, at);
    tag.end_sign = sign_at(text, at);
    at += tag.end_sign ? 1 : 0;
    tag.length = at + 2;
    return text.substr(at, 2) == "%}";
}

}  // namespace

Error syntax_error(int line, std::string_view what) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("the chat template's line {}: {}", line, what),
            .hint = "Correct the template, or choose another one."};
}

void Lexer::advance(std::size_t length) {
    const auto passed = source_.substr(at_, length);
    line_ += static_cast<int>(std::ranges::count(passed, '\n'));
    at_line_start_ = passed.ends_with('\n');
    at_ += length;
}

void Lexer::add(TokenKind kind, std::string text) {
    Token token;
    token.kind = kind;
    token.text = std::move(text);
    token.line = line_;
    tokens_.push_back(std::move(token));
}

void Lexer::skip_spaces() {
    if (const auto spaces = spaces_at(source_, at_); spaces > 0)
        advance(spaces);
}

void Lexer::add_data(std::string_view text, char sign, bool is_print) {
    if (sign == '-')
        text = stripped(text, Side::Right);
    else if (sign != '+' && !is_print)
        text = without_indent(text, at_line_start_);
    if (!text.empty())
        add(TokenKind::Data, std::string(text));
}

void Lexer::end_block(std::size_t length) {
    advance(length);
    if (rest().starts_with('\n'))
        advance(1);
}

Result<void> Lexer::read_comment() {
    const int line = line_;
    const auto end = source_.find("#}", at_ + 2);
    if (end == kNone)
        return syntax_error(line, "Missing end of comment tag");
    // A sign right behind {# belongs to the beginning, so it cannot be the end's.
    const bool has_sign = end > at_ + 2 + (sign_at(source_, at_ + 2) ? 1U : 0U);
    const char sign = has_sign ? sign_at(source_, end - 1) : '\0';
    if (sign == '\0') {
        end_block(end + 2 - at_);
        return {};
    }
    advance(end + 2 - at_);
    if (sign == '-')
        skip_spaces();
    return {};
}

Result<bool> Lexer::read_raw() {
    WordTag begin;
    if (!read_word_tag(rest(), "raw", begin) || begin.end_sign == '+')
        return false;
    const int line = line_;
    advance(begin.length);
    if (begin.end_sign == '-')
        skip_spaces();
    WordTag end;
    auto at = rest().find("{%");
    while (at != kNone && !read_word_tag(rest().substr(at), "endraw", end))
        at = rest().find("{%", at + 1);
    if (at == kNone)
        return syntax_error(line, "Missing end of raw directive");
    add_data(rest().substr(0, at), sign_at(rest(), at + 2), /*is_print=*/false);
    if (end.end_sign == '\0')
        end_block(at + end.length);
    else
        advance(at + end.length);
    if (end.end_sign == '-')
        skip_spaces();
    return true;
}

Result<void> Lexer::read_text() {
    const auto tag = find_tag(rest());
    if (tag == kNone) {
        add(TokenKind::Data, std::string(rest()));
        at_ = source_.size();
        return {};
    }
    const char kind = rest()[tag + 1];
    add_data(rest().substr(0, tag), sign_at(rest(), tag + 2), kind == '{');
    advance(tag);
    if (kind == '#')
        return read_comment();
    if (kind == '%') {
        TRY(const bool raw, read_raw());
        if (raw)
            return {};
    }
    return read_tag(/*is_print=*/kind == '{');
}

Result<std::vector<Token>> Lexer::run() {
    while (at_ < source_.size())
        TRY_VOID(read_text());
    add(TokenKind::End);
    return std::move(tokens_);
}

Result<std::vector<Token>> tokenize(std::string_view source, const Limits& limits) {
    if (source.size() > limits.template_bytes)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("the chat template goes over the limit of {} for a template",
                                            format_bytes(limits.template_bytes)),
                     .hint = "Choose another template."};
    if (!is_valid_utf8(source))
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "the chat template is not valid UTF-8",
                     .hint = "Save the template as UTF-8."};
    const auto text = normalised(source);
    return Lexer(text).run();
}

}  // namespace tunebench::jinja
