#include "core/text/chat_template/jinja/parser.h"

#include <fmt/format.h>

namespace tunebench::jinja {
namespace {

std::string described(const Token& token) {
    switch (token.kind) {
        case TokenKind::PrintEnd:
            return "end of print statement";
        case TokenKind::BlockEnd:
            return "end of statement block";
        case TokenKind::End:
            return "end of template";
        case TokenKind::Integer:
            return std::to_string(token.integer);
        default:
            return token.text;
    }
}

}  // namespace

Error Parser::unexpected(std::string_view expected) const {
    return syntax_error(current().line, fmt::format("expected {}, got '{}'", expected, described(current())));
}

bool Parser::skip_operator(std::string_view symbol) {
    const bool is_it = current().is_operator(symbol);
    if (is_it)
        take();
    return is_it;
}

bool Parser::skip_name(std::string_view name) {
    const bool is_it = current().is_name(name);
    if (is_it)
        take();
    return is_it;
}

Result<void> Parser::expect_operator(std::string_view symbol) {
    if (skip_operator(symbol))
        return {};
    return unexpected(fmt::format("'{}'", symbol));
}

Result<void> Parser::expect_name(std::string_view name) {
    if (skip_name(name))
        return {};
    return unexpected(fmt::format("'{}'", name));
}

Result<std::string> Parser::expect_any_name() {
    if (current().kind != TokenKind::Name)
        return unexpected("a name");
    return take().text;
}

Result<void> Parser::expect_block_end() {
    if (current().kind != TokenKind::BlockEnd)
        return unexpected("end of statement block");
    take();
    return {};
}

Result<void> Parser::expect_body() {
    skip_operator(":");
    return expect_block_end();
}

Result<Syntax> parse(std::string_view source, const Limits& limits) {
    TRY(auto tokens, tokenize(source, limits));
    return Parser(std::move(tokens), limits).run();
}

Result<Syntax> Parser::run() {
    TRY(auto body, parse_block({}));
    return Syntax{std::move(body), has_generation_};
}

}  // namespace tunebench::jinja
