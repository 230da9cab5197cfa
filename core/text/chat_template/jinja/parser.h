// Tokens to a syntax tree: Jinja's grammar without what needs other files (include, import, extends).
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/limits.h"
#include "core/text/chat_template/jinja/syntax.h"
#include "core/text/chat_template/jinja/token.h"

namespace tunebench::jinja {

Result<Syntax> parse(std::string_view source, const Limits& limits);

/// One use for one token list; part of parse().
class Parser {
public:
    Parser(std::vector<Token> tokens, const Limits& limits) : tokens_(std::move(tokens)), limits_(limits) {}

    Result<Syntax> run();

private:
    // statement_parser.cpp
    Result<Block> parse_block(std::initializer_list<std::string_view> ends);
    Result<StatementPtr> parse_print();
    Result<StatementPtr> parse_statement();
    Result<StatementPtr> parse_if();
    Result<StatementPtr> parse_for();
    Result<StatementPtr> parse_set();
    Result<StatementPtr> parse_macro();
    Result<StatementPtr> parse_call_block();
    Result<StatementPtr> parse_filter_block();
    Result<StatementPtr> parse_with();
    Result<StatementPtr> parse_loop_control(bool is_break);
    Result<Block> parse_body(std::string_view end);  // to {% end %}, which is taken
    Result<MacroDefinition> parse_signature();
    Result<void> parse_macro_body(MacroDefinition& macro, std::string_view end);
    Result<Target> parse_target(bool with_namespace);
    Result<Target> parse_target_part(bool with_namespace);

    // block_parser.cpp
    Result<StatementPtr> parse_print_tag();
    Result<StatementPtr> parse_named_block();
    Result<StatementPtr> parse_autoescape();
    Result<StatementPtr> parse_generation();

    // expression_parser.cpp
    Result<ExpressionPtr> parse_expression(bool with_condition = true);
    Result<ExpressionPtr> parse_condition();
    Result<ExpressionPtr> parse_or();
    Result<ExpressionPtr> parse_and();
    Result<ExpressionPtr> parse_not();
    Result<ExpressionPtr> parse_comparison();
    Result<ExpressionPtr> parse_sum();
    Result<ExpressionPtr> parse_concatenation();
    Result<ExpressionPtr> parse_product();
    Result<ExpressionPtr> parse_power();
    Result<ExpressionPtr> parse_unary(bool with_filter = true);
    Result<ExpressionPtr> parse_expression_list(bool with_condition, bool in_parentheses);

    // primary_parser.cpp
    Result<ExpressionPtr> parse_primary();
    Result<ExpressionPtr> parse_list();
    Result<ExpressionPtr> parse_dict();
    Result<ExpressionPtr> parse_postfix(ExpressionPtr expression);
    Result<ExpressionPtr> parse_filters(ExpressionPtr expression);
    Result<ExpressionPtr> parse_filter(ExpressionPtr operand);
    Result<ExpressionPtr> parse_filter_chain(ExpressionPtr operand);  // without the first |
    Result<ExpressionPtr> parse_test(ExpressionPtr operand);
    Result<ExpressionPtr> parse_attribute(ExpressionPtr object);
    Result<ExpressionPtr> parse_subscript(ExpressionPtr object);
    Result<ExpressionPtr> parse_call(ExpressionPtr callee);
    Result<CallArguments> parse_arguments();
    Result<void> parse_argument(CallArguments& arguments);
    bool at_test_argument() const;
    ExpressionPtr parse_name();

    // parser.cpp
    const Token& current() const { return tokens_[at_]; }
    const Token& next_one() const { return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_]; }
    Token take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
    bool skip_operator(std::string_view symbol);
    bool skip_name(std::string_view name);
    bool at_tuple_end() const;
    Result<void> expect_operator(std::string_view symbol);
    Result<void> expect_name(std::string_view name);
    Result<std::string> expect_any_name();
    Result<void> expect_block_end();
    Result<void> expect_body();  // a tag's end, before which there may be a colon
    Error unexpected(std::string_view expected) const;

    /// Counts an operand more of a chain, whose tree grows in depth with it.
    Result<void> grow(int& operands) const;

    std::vector<Token> tokens_;
    Limits limits_;
    std::size_t at_ = 0;
    int nesting_ = 0;
    int loops_ = 0;  // around the statement
    bool has_generation_ = false;
    std::vector<std::string> block_names_ = {};
    std::vector<std::string> macro_names_ = {};  // of caller, varargs and kwargs, those read in the macro
};

/// One level deeper while it lives.
class Nested {
public:
    explicit Nested(int& level) : level_(++level) {}
    ~Nested() { --level_; }
    Nested(const Nested&) = delete;
    Nested& operator=(const Nested&) = delete;

private:
    int& level_;
};

template <class Node>
ExpressionPtr make_expression(Node node) {
    return std::make_unique<Expression>(Expression{std::move(node)});
}

template <class Node>
StatementPtr make_statement(Node node) {
    return std::make_unique<Statement>(Statement{std::move(node)});
}

}  // namespace tunebench::jinja
