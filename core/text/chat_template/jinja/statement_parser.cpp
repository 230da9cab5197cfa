#include <algorithm>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/parser.h"

namespace tunebench::jinja {

/// Up to one of the tags `ends`, which stays to be taken, or the end of the template when there are none.
Result<Block> Parser::parse_block(std::initializer_list<std::string_view> ends) {
    const Nested nested(nesting_);
    if (nesting_ > limits_.nesting)
        return syntax_error(
            current().line,
            fmt::format("the chat template goes over the limit of {} levels of nesting", limits_.nesting));
    Block block;
    while (current().kind != TokenKind::End) {
        if (current().kind == TokenKind::Data) {
            block.push_back(make_statement(Output{constant_text(take().text)}));
        } else if (take().kind == TokenKind::PrintBegin) {
            TRY(auto print, parse_print());
            block.push_back(std::move(print));
        } else {
            if (std::ranges::any_of(ends, [&](auto end) { return current().is_name(end); }))
                return block;
            TRY(auto statement, parse_statement());
            block.push_back(std::move(statement));
        }
    }
    if (ends.size() > 0)
        return syntax_error(current().line, fmt::format("Unexpected end of template: '{}' is missing",
                                                        *std::prev(ends.end())));
    return block;
}

Result<Block> Parser::parse_body(std::string_view end) {
    TRY_VOID(expect_body());
    TRY(auto body, parse_block({end}));
    take();
    TRY_VOID(expect_block_end());
    return body;
}

Result<StatementPtr> Parser::parse_print() {
    TRY(auto expression, parse_expression_list(/*with_condition=*/true, /*in_parentheses=*/false));
    if (current().kind != TokenKind::PrintEnd)
        return unexpected("end of print statement");
    take();
    return make_statement(Print{std::move(expression)});
}

Result<StatementPtr> Parser::parse_statement() {
    const int line = current().line;
    TRY(const auto tag, expect_any_name());
    if (tag == "if")
        return parse_if();
    if (tag == "for")
        return parse_for();
    if (tag == "set")
        return parse_set();
    if (tag == "macro")
        return parse_macro();
    if (tag == "call")
        return parse_call_block();
    if (tag == "filter")
        return parse_filter_block();
    if (tag == "with")
        return parse_with();
    if (tag == "print")
        return parse_print_tag();
    if (tag == "block")
        return parse_named_block();
    if (tag == "autoescape")
        return parse_autoescape();
    if (tag == "generation")
        return parse_generation();
    if (tag == "break" || tag == "continue")
        return parse_loop_control(tag == "break");
    return syntax_error(line, fmt::format("Encountered unknown tag '{}'.", tag));
}

Result<StatementPtr> Parser::parse_if() {
    If statement;
    while (true) {
        TRY(auto condition, parse_expression_list(/*with_condition=*/false, /*in_parentheses=*/false));
        TRY_VOID(expect_body());
        TRY(auto body, parse_block({"elif", "else", "endif"}));
        statement.branches.emplace_back(std::move(condition), std::move(body));
        if (!skip_name("elif"))
            break;
    }
    if (skip_name("else")) {
        TRY(statement.otherwise, parse_body("endif"));
        return make_statement(std::move(statement));
    }
    TRY_VOID(expect_name("endif"));
    TRY_VOID(expect_block_end());
    return make_statement(std::move(statement));
}

Result<StatementPtr> Parser::parse_for() {
    For loop;
    TRY(loop.target, parse_target(/*with_namespace=*/false));
    TRY_VOID(expect_name("in"));
    TRY(loop.iterable, parse_expression_list(/*with_condition=*/false, /*in_parentheses=*/false));
    if (skip_name("if")) {
        TRY(loop.condition, parse_expression());
    }
    loop.is_recursive = skip_name("recursive");
    TRY_VOID(expect_body());
    {
        const Nested in_loop(loops_);
        TRY(loop.body, parse_block({"else", "endfor"}));
    }
    if (skip_name("else")) {
        TRY(loop.otherwise, parse_body("endfor"));
        return make_statement(std::move(loop));
    }
    take();
    TRY_VOID(expect_block_end());
    return make_statement(std::move(loop));
}

Result<Target> Parser::parse_target_part(bool with_namespace) {
    if (skip_operator("(")) {
        TRY(auto inner, parse_target(with_namespace));
        TRY_VOID(expect_operator(")"));
        return inner;
    }
    Target target;
    TRY(target.name, expect_any_name());
    if (with_namespace && skip_operator(".")) {
        TRY(target.attribute, expect_any_name());
        return target;
    }
    for (const auto* reserved : {"true", "false", "none", "True", "False", "None", "loop"})
        if (target.name == reserved)
            return syntax_error(current().line, fmt::format("can't assign to '{}'", reserved));
    return target;
}

Result<Target> Parser::parse_target(bool with_namespace) {
    const Nested nested(nesting_);
    if (nesting_ > limits_.nesting)
        return syntax_error(current().line, "the target of an assignment is nested too deeply");
    TRY(auto target, parse_target_part(with_namespace));
    if (!current().is_operator(","))
        return target;
    Target several;
    several.parts.push_back(std::move(target));
    while (skip_operator(",")) {
        if (current().kind != TokenKind::Name && !current().is_operator("("))
            break;
        if (current().is_name("in"))
            break;
        TRY(auto part, parse_target_part(with_namespace));
        several.parts.push_back(std::move(part));
    }
    return several;
}

Result<StatementPtr> Parser::parse_set() {
    TRY(auto target, parse_target(/*with_namespace=*/true));
    if (skip_operator("=")) {
        TRY(auto value, parse_expression_list(/*with_condition=*/true, /*in_parentheses=*/false));
        TRY_VOID(expect_block_end());
        return make_statement(Set{std::move(target), std::move(value)});
    }
    ExpressionPtr filter;
    if (skip_operator("|")) {
        TRY(filter, parse_filter_chain(nullptr));
    }
    TRY(auto body, parse_body("endset"));
    return make_statement(SetBlock{std::move(target), std::move(filter), std::move(body)});
}

Result<MacroDefinition> Parser::parse_signature() {
    MacroDefinition macro;
    TRY_VOID(expect_operator("("));
    while (!skip_operator(")")) {
        if (!macro.parameters.empty())
            TRY_VOID(expect_operator(","));
        Parameter parameter;
        TRY(parameter.name, expect_any_name());
        if (skip_operator("=")) {
            TRY(parameter.fallback, parse_expression());
        } else if (!macro.parameters.empty() && macro.parameters.back().fallback) {
            return syntax_error(current().line, "non-default argument follows default argument");
        }
        macro.parameters.push_back(std::move(parameter));
    }
    return macro;
}

Result<void> Parser::parse_macro_body(MacroDefinition& macro, std::string_view end) {
    const auto outer_loops = std::exchange(loops_, 0);
    const auto outer_names = macro_names_.size();
    TRY(macro.body, parse_body(end));
    const auto uses = [&](std::string_view name) {
        return std::find(macro_names_.begin() + static_cast<std::ptrdiff_t>(outer_names), macro_names_.end(),
                         name) != macro_names_.end();
    };
    macro.uses_caller = uses("caller");
    macro.uses_varargs = uses("varargs");
    macro.uses_kwargs = uses("kwargs");
    macro_names_.resize(outer_names);
    loops_ = outer_loops;
    return {};
}

Result<StatementPtr> Parser::parse_macro() {
    TRY(auto name, expect_any_name());
    TRY(auto macro, parse_signature());
    macro.name = std::move(name);
    TRY_VOID(parse_macro_body(macro, "endmacro"));
    return make_statement(DefineMacro{std::move(macro)});
}

Result<StatementPtr> Parser::parse_call_block() {
    CallBlock block;
    if (current().is_operator("(")) {
        TRY(block.caller, parse_signature());
    }
    block.caller.name = "caller";
    const int line = current().line;
    TRY(block.call, parse_expression());
    if (!std::holds_alternative<Call>(block.call->node))
        return syntax_error(line, "expected call");
    TRY_VOID(parse_macro_body(block.caller, "endcall"));
    return make_statement(std::move(block));
}

Result<StatementPtr> Parser::parse_filter_block() {
    TRY(auto filter, parse_filter_chain(nullptr));
    TRY(auto body, parse_body("endfilter"));
    return make_statement(FilterBlock{std::move(filter), std::move(body)});
}

Result<StatementPtr> Parser::parse_with() {
    With with;
    while (current().kind != TokenKind::BlockEnd) {
        if (!with.assignments.empty())
            TRY_VOID(expect_operator(","));
        TRY(auto target, parse_target_part(/*with_namespace=*/false));
        TRY_VOID(expect_operator("="));
        TRY(auto value, parse_expression());
        with.assignments.emplace_back(std::move(target), std::move(value));
    }
    TRY(with.body, parse_body("endwith"));
    return make_statement(std::move(with));
}

Result<StatementPtr> Parser::parse_loop_control(bool is_break) {
    if (loops_ == 0)
        return syntax_error(current().line,
                            fmt::format("'{}' outside loop", is_break ? "break" : "continue"));
    TRY_VOID(expect_block_end());
    return is_break ? make_statement(Break{}) : make_statement(Continue{});
}

}  // namespace tunebench::jinja
