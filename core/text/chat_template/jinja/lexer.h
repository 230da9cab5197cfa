// The two halves of tokenize(): text between tags, and the inside of tags.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/token.h"

namespace tunebench::jinja {

/// Reads one source; the position is shared by both halves.
class Lexer {
public:
    explicit Lexer(std::string_view source) : source_(source) {}

    Result<std::vector<Token>> run();

private:
    // lexer.cpp: text, comments, raw blocks.
    Result<void> read_text();
    Result<void> read_comment();
    Result<bool> read_raw();
    void add_data(std::string_view text, char sign, bool is_print);
    void end_block(std::size_t length);
    void skip_spaces();

    // tag_lexer.cpp: what stands in a tag.
    Result<void> read_tag(bool is_print);
    bool read_end(bool is_print);
    Result<void> read_token();
    bool read_number();
    bool read_integer();
    Result<void> read_string();
    Result<void> read_escape(std::string& value);
    Result<void> read_operator();
    Result<void> balance(char bracket);

    std::string_view rest() const { return source_.substr(at_); }
    void advance(std::size_t length);
    void add(TokenKind kind, std::string text = {});

    std::string_view source_;
    std::size_t at_ = 0;
    int line_ = 1;
    bool at_line_start_ = true;  // what was read last ended a line
    std::string open_brackets_ = {};
    std::vector<Token> tokens_ = {};
};

}  // namespace tunebench::jinja
