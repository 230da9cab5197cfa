// Blocks that only have a name or a mark, and the statement that prints.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/parser.h"
#include "core/text/chat_template/jinja/representation.h"

namespace tunebench::jinja {

Result<StatementPtr> Parser::parse_print_tag() {
    With prints;  // a block for several statements, in which nothing is assigned
    while (current().kind != TokenKind::BlockEnd) {
        if (!prints.body.empty())
            TRY_VOID(expect_operator(","));
        TRY(auto expression, parse_expression());
        prints.body.push_back(make_statement(Print{std::move(expression)}));
    }
    take();
    return make_statement(std::move(prints));
}

Result<StatementPtr> Parser::parse_named_block() {
    const int line = current().line;
    NamedBlock block;
    TRY(const auto name, expect_any_name());
    if (std::ranges::find(block_names_, name) != block_names_.end())
        return syntax_error(line, fmt::format("block {} defined twice", quoted_text(name)));
    block_names_.push_back(name);
    block.is_scoped = skip_name("scoped");
    TRY_VOID(expect_body());
    const auto outer_loops = std::exchange(loops_, 0);
    TRY(block.body, parse_block({"endblock"}));
    loops_ = outer_loops;
    take();
    skip_name(name);
    TRY_VOID(expect_block_end());
    return make_statement(std::move(block));
}

/// Nothing is escaped unasked; a template that wants it is refused.
Result<StatementPtr> Parser::parse_autoescape() {
    const int line = current().line;
    TRY(const auto escapes, parse_expression());
    const auto* literal = std::get_if<Literal>(&escapes->node);
    if (!literal || truth_of(literal->value))
        return syntax_error(line, "autoescape can only be switched off, by {% autoescape false %}");
    With plain;
    TRY(plain.body, parse_body("endautoescape"));
    return make_statement(std::move(plain));
}

Result<StatementPtr> Parser::parse_generation() {
    has_generation_ = true;
    const auto outer_loops = std::exchange(loops_, 0);
    TRY(auto body, parse_body("endgeneration"));
    loops_ = outer_loops;
    return make_statement(Generation{std::move(body)});
}

}  // namespace tunebench::jinja
