// Tokens of a template: text between the tags, and what stands inside them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/limits.h"

namespace tunebench::jinja {

enum class TokenKind {
    Data,  // text to print
    BlockBegin,
    BlockEnd,
    PrintBegin,
    PrintEnd,
    Name,
    String,  // `text` is its value
    Integer,
    Real,
    Operator,  // `text` is its symbol
    End
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::string text = {};
    std::int64_t integer = 0;
    double real = 0.0;
    int line = 1;

    bool is_operator(std::string_view symbol) const { return kind == TokenKind::Operator && text == symbol; }
    bool is_name(std::string_view name) const { return kind == TokenKind::Name && text == name; }
};

/// The tokens in order, an End last, with the white space that trim_blocks, lstrip_blocks and the signs - and
/// + of tags take away taken away. Comments are left out.
Result<std::vector<Token>> tokenize(std::string_view source, const Limits& limits);

/// An error of the template's text: "line 3: unexpected '}'".
Error syntax_error(int line, std::string_view what);

}  // namespace tunebench::jinja
