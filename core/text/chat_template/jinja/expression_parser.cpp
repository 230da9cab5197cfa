#include <array>
#include <optional>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/parser.h"

namespace tunebench::jinja {
namespace {

std::optional<Comparator> comparator_of(const Token& token, const Token& next) {
    constexpr std::array<std::pair<std::string_view, Comparator>, 6> kSymbols = {{
        {"==", Comparator::Equal},
        {"!=", Comparator::NotEqual},
        {"<", Comparator::Less},
        {"<=", Comparator::LessEqual},
        {">", Comparator::Greater},
        {">=", Comparator::GreaterEqual},
    }};
    for (const auto& [symbol, comparator] : kSymbols)
        if (token.is_operator(symbol))
            return comparator;
    if (token.is_name("in"))
        return Comparator::In;
    return token.is_name("not") && next.is_name("in") ? std::optional(Comparator::NotIn) : std::nullopt;
}

std::optional<Operator> product_operator(const Token& token) {
    constexpr std::array<std::pair<std::string_view, Operator>, 4> kSymbols = {{
        {"*", Operator::Multiply},
        {"/", Operator::Divide},
        {"//", Operator::FloorDivide},
        {"%", Operator::Modulo},
    }};
    for (const auto& [symbol, op] : kSymbols)
        if (token.is_operator(symbol))
            return op;
    return std::nullopt;
}

}  // namespace

Result<void> Parser::grow(int& operands) const {
    if (++operands > limits_.operands)
        return syntax_error(
            current().line,
            fmt::format("the chat template goes over the limit of {} operands", limits_.operands));
    return {};
}

Result<ExpressionPtr> Parser::parse_expression(bool with_condition) {
    const Nested nested(nesting_);
    if (nesting_ > limits_.nesting)
        return syntax_error(
            current().line,
            fmt::format("the chat template goes over the limit of {} levels of nesting", limits_.nesting));
    return with_condition ? parse_condition() : parse_or();
}

Result<ExpressionPtr> Parser::parse_condition() {
    TRY(auto expression, parse_or());
    int operands = 0;
    while (current().is_name("if")) {
        const int line = take().line;
        TRY_VOID(grow(operands));
        TRY(auto condition, parse_or());
        ExpressionPtr otherwise;
        if (skip_name("else")) {
            TRY(otherwise, parse_expression());
        }
        expression = make_expression(
            Conditional{std::move(condition), std::move(expression), std::move(otherwise), line});
    }
    return expression;
}

Result<ExpressionPtr> Parser::parse_or() {
    TRY(auto left, parse_and());
    for (int operands = 0; skip_name("or");) {
        TRY_VOID(grow(operands));
        TRY(auto right, parse_and());
        left = make_expression(Logical{false, std::move(left), std::move(right)});
    }
    return left;
}

Result<ExpressionPtr> Parser::parse_and() {
    TRY(auto left, parse_not());
    for (int operands = 0; skip_name("and");) {
        TRY_VOID(grow(operands));
        TRY(auto right, parse_not());
        left = make_expression(Logical{true, std::move(left), std::move(right)});
    }
    return left;
}

Result<ExpressionPtr> Parser::parse_not() {
    int count = 0;
    while (current().is_name("not") && !next_one().is_name("in")) {
        TRY_VOID(grow(count));
        take();
    }
    TRY(auto expression, parse_comparison());
    for (; count > 0; --count)
        expression = make_expression(Negation{std::move(expression)});
    return expression;
}

Result<ExpressionPtr> Parser::parse_comparison() {
    TRY(auto first, parse_sum());
    Comparison comparison;
    while (const auto comparator = comparator_of(current(), next_one())) {
        if (take().is_name("not"))
            take();
        TRY(auto operand, parse_sum());
        comparison.rest.emplace_back(*comparator, std::move(operand));
    }
    if (comparison.rest.empty())
        return first;
    comparison.first = std::move(first);
    return make_expression(std::move(comparison));
}

Result<ExpressionPtr> Parser::parse_sum() {
    TRY(auto left, parse_concatenation());
    for (int operands = 0; current().is_operator("+") || current().is_operator("-");) {
        TRY_VOID(grow(operands));
        const auto op = take().text == "+" ? Operator::Add : Operator::Subtract;
        TRY(auto right, parse_concatenation());
        left = make_expression(Arithmetic{op, std::move(left), std::move(right)});
    }
    return left;
}

Result<ExpressionPtr> Parser::parse_concatenation() {
    TRY(auto first, parse_product());
    if (!current().is_operator("~"))
        return first;
    Concatenation concatenation;
    concatenation.parts.push_back(std::move(first));
    while (skip_operator("~")) {
        TRY(auto part, parse_product());
        concatenation.parts.push_back(std::move(part));
    }
    return make_expression(std::move(concatenation));
}

Result<ExpressionPtr> Parser::parse_product() {
    TRY(auto left, parse_power());
    int operands = 0;
    while (const auto op = product_operator(current())) {
        TRY_VOID(grow(operands));
        take();
        TRY(auto right, parse_power());
        left = make_expression(Arithmetic{*op, std::move(left), std::move(right)});
    }
    return left;
}

Result<ExpressionPtr> Parser::parse_power() {
    TRY(auto left, parse_unary());
    for (int operands = 0; skip_operator("**");) {
        TRY_VOID(grow(operands));
        TRY(auto right, parse_unary());
        left = make_expression(Arithmetic{Operator::Power, std::move(left), std::move(right)});
    }
    return left;
}

Result<ExpressionPtr> Parser::parse_unary(bool with_filter) {
    const Nested nested(nesting_);
    if (nesting_ > limits_.nesting)
        return syntax_error(
            current().line,
            fmt::format("the chat template goes over the limit of {} levels of nesting", limits_.nesting));
    ExpressionPtr expression;
    if (current().is_operator("-") || current().is_operator("+")) {
        const bool is_negative = take().text == "-";
        TRY(auto operand, parse_unary(/*with_filter=*/false));
        expression = make_expression(Sign{is_negative, std::move(operand)});
    } else {
        TRY(expression, parse_primary());
    }
    TRY(expression, parse_postfix(std::move(expression)));
    return with_filter ? parse_filters(std::move(expression)) : Result<ExpressionPtr>(std::move(expression));
}

bool Parser::at_tuple_end() const {
    return current().kind == TokenKind::PrintEnd || current().kind == TokenKind::BlockEnd ||
           current().is_operator(")");
}

Result<ExpressionPtr> Parser::parse_expression_list(bool with_condition, bool in_parentheses) {
    ListDisplay tuple{.items = {}, .is_tuple = false};
    while (!at_tuple_end()) {
        TRY(auto item, parse_expression(with_condition));
        tuple.items.push_back(std::move(item));
        if (!skip_operator(","))
            break;
        tuple.is_tuple = true;
    }
    if (!tuple.is_tuple && tuple.items.size() == 1)
        return std::move(tuple.items.front());
    if (tuple.items.empty() && !in_parentheses)
        return unexpected("an expression");
    tuple.is_tuple = true;
    return make_expression(std::move(tuple));
}

}  // namespace tunebench::jinja
