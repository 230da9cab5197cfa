#include <algorithm>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/filters.h"
#include "core/text/chat_template/jinja/parser.h"
#include "core/text/chat_template/jinja/value_tests.h"

namespace tunebench::jinja {
namespace {

ExpressionPtr literal(Value value) {
    return make_expression(Literal{std::move(value)});
}

}  // namespace

ExpressionPtr Parser::parse_name() {
    auto name = take().text;
    if (name == "true" || name == "True")
        return literal(Value(true));
    if (name == "false" || name == "False")
        return literal(Value(false));
    if (name == "none" || name == "None")
        return literal(Value());
    if (name == "caller" || name == "varargs" || name == "kwargs")
        macro_names_.push_back(name);
    return make_expression(Name{std::move(name)});
}

Result<ExpressionPtr> Parser::parse_primary() {
    switch (current().kind) {
        case TokenKind::Name:
            return parse_name();
        case TokenKind::String: {
            std::string text = take().text;
            while (current().kind == TokenKind::String)
                text += take().text;
            return literal(constant_text(std::move(text)));
        }
        case TokenKind::Integer:
            return literal(Value(take().integer));
        case TokenKind::Real:
            return literal(Value(take().real));
        default:
            break;
    }
    if (skip_operator("(")) {
        TRY(auto expression, parse_expression_list(/*with_condition=*/true, /*in_parentheses=*/true));
        TRY_VOID(expect_operator(")"));
        return expression;
    }
    if (current().is_operator("["))
        return parse_list();
    return current().is_operator("{") ? parse_dict() : Result<ExpressionPtr>(unexpected("an expression"));
}

Result<ExpressionPtr> Parser::parse_list() {
    take();
    ListDisplay list;
    while (!skip_operator("]")) {
        if (!list.items.empty()) {
            TRY_VOID(expect_operator(","));
            if (skip_operator("]"))
                break;
        }
        TRY(auto item, parse_expression());
        list.items.push_back(std::move(item));
    }
    return make_expression(std::move(list));
}

Result<ExpressionPtr> Parser::parse_dict() {
    take();
    DictDisplay dict;
    while (!skip_operator("}")) {
        if (!dict.entries.empty()) {
            TRY_VOID(expect_operator(","));
            if (skip_operator("}"))
                break;
        }
        TRY(auto key, parse_expression());
        TRY_VOID(expect_operator(":"));
        TRY(auto value, parse_expression());
        dict.entries.emplace_back(std::move(key), std::move(value));
    }
    return make_expression(std::move(dict));
}

Result<ExpressionPtr> Parser::parse_postfix(ExpressionPtr expression) {
    for (int operands = 0;;) {
        TRY_VOID(grow(operands));
        if (current().is_operator(".")) {
            TRY(expression, parse_attribute(std::move(expression)));
        } else if (current().is_operator("[")) {
            TRY(expression, parse_subscript(std::move(expression)));
        } else if (current().is_operator("(")) {
            TRY(expression, parse_call(std::move(expression)));
        } else {
            return expression;
        }
    }
}

Result<ExpressionPtr> Parser::parse_filters(ExpressionPtr expression) {
    for (int operands = 0;;) {
        TRY_VOID(grow(operands));
        if (skip_operator("|")) {
            TRY(expression, parse_filter(std::move(expression)));
        } else if (current().is_name("is")) {
            TRY(expression, parse_test(std::move(expression)));
        } else if (current().is_operator("(")) {
            TRY(expression, parse_call(std::move(expression)));
        } else {
            return expression;
        }
    }
}

Result<ExpressionPtr> Parser::parse_filter(ExpressionPtr operand) {
    Filter filter;
    TRY(filter.name, expect_any_name());
    while (skip_operator(".")) {
        TRY(const auto part, expect_any_name());
        filter.name += "." + part;
    }
    filter.entry = find_filter(filter.name);
    filter.operand = std::move(operand);
    if (current().is_operator("(")) {
        TRY(filter.arguments, parse_arguments());
    }
    return make_expression(std::move(filter));
}

Result<ExpressionPtr> Parser::parse_filter_chain(ExpressionPtr operand) {
    TRY(auto expression, parse_filter(std::move(operand)));
    for (int operands = 0; skip_operator("|");) {
        TRY_VOID(grow(operands));
        TRY(expression, parse_filter(std::move(expression)));
    }
    return expression;
}

bool Parser::at_test_argument() const {
    const auto& token = current();
    if (token.kind == TokenKind::Name)
        return !token.is_name("else") && !token.is_name("or") && !token.is_name("and");
    return token.kind == TokenKind::String || token.kind == TokenKind::Integer ||
           token.kind == TokenKind::Real || token.is_operator("[") || token.is_operator("{");
}

Result<ExpressionPtr> Parser::parse_test(ExpressionPtr operand) {
    take();  // is
    Test test;
    test.operand = std::move(operand);
    test.is_negated = skip_name("not");
    TRY(test.name, expect_any_name());
    test.entry = find_test(test.name);
    if (current().is_operator("(")) {
        TRY(test.arguments, parse_arguments());
    } else if (at_test_argument()) {
        if (current().is_name("is"))
            return syntax_error(current().line, "You cannot chain multiple tests with is");
        TRY(auto primary, parse_primary());
        TRY(auto argument, parse_postfix(std::move(primary)));
        test.arguments.positional.push_back(std::move(argument));
    }
    return make_expression(std::move(test));
}

Result<ExpressionPtr> Parser::parse_attribute(ExpressionPtr object) {
    take();  // .
    if (current().kind == TokenKind::Integer)
        return make_expression(Item{std::move(object), literal(Value(take().integer))});
    TRY(auto name, expect_any_name());
    return make_expression(Attribute{std::move(object), std::move(name)});
}

Result<ExpressionPtr> Parser::parse_subscript(ExpressionPtr object) {
    take();  // [
    std::vector<ExpressionPtr> parts;
    int colons = 0;
    bool is_tuple = false;
    parts.emplace_back();
    while (!skip_operator("]")) {
        if (skip_operator(":")) {
            if (++colons > 2 || is_tuple)
                return unexpected("]");
            parts.emplace_back();
        } else if (skip_operator(",")) {
            if (colons > 0 || !parts.back())
                return unexpected("]");
            is_tuple = true;
            if (!current().is_operator("]"))
                parts.emplace_back();
        } else if (parts.back()) {
            return unexpected("]");
        } else {
            TRY(parts.back(), parse_expression());
        }
    }
    if (colons > 0) {
        parts.resize(3);
        return make_expression(
            Slice{std::move(object), std::move(parts[0]), std::move(parts[1]), std::move(parts[2])});
    }
    if (!parts.front())
        return syntax_error(current().line, "expected an index between [ and ]");
    if (is_tuple)
        return make_expression(Item{std::move(object), make_expression(ListDisplay{std::move(parts), true})});
    return make_expression(Item{std::move(object), std::move(parts.front())});
}

Result<ExpressionPtr> Parser::parse_call(ExpressionPtr callee) {
    TRY(auto arguments, parse_arguments());
    return make_expression(Call{std::move(callee), std::move(arguments)});
}

Result<void> Parser::parse_argument(CallArguments& arguments) {
    const int line = current().line;
    const auto invalid = [line] { return syntax_error(line, "invalid syntax for function call expression"); };
    if (skip_operator("*")) {
        if (arguments.more_positional || arguments.more_named)
            return invalid();
        TRY(arguments.more_positional, parse_expression());
    } else if (skip_operator("**")) {
        if (arguments.more_named)
            return invalid();
        TRY(arguments.more_named, parse_expression());
    } else if (current().kind == TokenKind::Name && next_one().is_operator("=")) {
        auto name = take().text;
        take();
        if (arguments.more_named)
            return invalid();
        if (std::ranges::find(arguments.named, name, &std::pair<std::string, ExpressionPtr>::first) !=
            arguments.named.end())
            return syntax_error(line, fmt::format("keyword argument repeated: {}", name));
        TRY(auto value, parse_expression());
        arguments.named.emplace_back(std::move(name), std::move(value));
    } else {
        if (arguments.more_positional || arguments.more_named || !arguments.named.empty())
            return invalid();
        TRY(auto value, parse_expression());
        arguments.positional.push_back(std::move(value));
    }
    return {};
}

Result<CallArguments> Parser::parse_arguments() {
    TRY_VOID(expect_operator("("));
    CallArguments arguments;
    for (bool first = true; !skip_operator(")"); first = false) {
        if (!first) {
            TRY_VOID(expect_operator(","));
            if (skip_operator(")"))
                break;
        }
        TRY_VOID(parse_argument(arguments));
    }
    return arguments;
}

}  // namespace tunebench::jinja
