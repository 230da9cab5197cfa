#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "core/base/utf8.h"
#include "core/filter/filter.h"
#include "core/filter/tokens.h"

namespace tunebench {
namespace {

constexpr std::size_t kMaxBytes = 4096;
constexpr std::size_t kMaxParts = 512;
constexpr int kMaxDepth = 64;

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

}  // namespace

/// Recursive descent: either → both → one → comparison.
class FilterParser {
public:
    explicit FilterParser(std::vector<FilterToken> tokens) : tokens_(std::move(tokens)) {}

    Result<Filter> run() {
        TRY(filter_.root_, either());
        if (here().kind != FilterTokenKind::End)
            return filter_error(here().position, fmt::format("'{}' is not expected here", here().text),
                                "Conditions are joined by and, or; parentheses come in pairs.");
        return std::move(filter_);
    }

private:
    using Operation = Filter::Operation;

    Result<std::size_t> either() {
        TRY(std::size_t left, both());
        while (take_word("or")) {
            TRY(const std::size_t right, both());
            TRY(left, node({Operation::Or, left, right}));
        }
        return left;
    }

    Result<std::size_t> both() {
        TRY(std::size_t left, one());
        while (take_word("and") || begins_condition()) {
            TRY(const std::size_t right, one());
            TRY(left, node({Operation::And, left, right}));
        }
        return left;
    }

    Result<std::size_t> one() {
        if (depth_ == kMaxDepth)
            return filter_error(here().position, "too many levels of parentheses and not",
                                "Write it more simply.");
        ++depth_;
        auto result = nested();
        --depth_;
        return result;
    }

    Result<std::size_t> nested() {
        if (take_word("not") || take_symbol("!")) {
            TRY(const std::size_t inner, one());
            return node({Operation::Not, inner, 0});
        }
        if (!take_symbol("("))
            return comparison();
        TRY(const std::size_t inner, either());
        if (!take_symbol(")"))
            return filter_error(here().position, "a closing parenthesis is missing",
                                "Parentheses come in pairs.");
        return inner;
    }

    Result<std::size_t> comparison() {
        const FilterToken first = here();
        if (!is_operand(first))
            return filter_error(first.position,
                                first.kind == FilterTokenKind::End
                                    ? std::string("a condition is missing")
                                    : fmt::format("a condition is expected, not '{}'", first.text),
                                "For example: loss < 0.5 and method == \"lora\".");
        ++at_;
        if (take_word("in"))
            return one_of(first);
        if (const auto operation = take_comparison()) {
            TRY(const std::size_t left, operand(first));
            if (!is_operand(here()))
                return filter_error(here().position, "a value is missing",
                                    "A number, a text in quotes or a column comes behind a comparison.");
            FilterToken second = tokens_[at_++];
            // tag:good is what people type; a column is written in backquotes there.
            if (*operation == Operation::Contains && second.kind == FilterTokenKind::Word)
                second.kind = FilterTokenKind::Quoted;
            TRY(const std::size_t right, operand(second));
            return compared(*operation, left, right);
        }
        return search(first);
    }

    Result<std::size_t> compared(Operation operation, std::size_t left, std::size_t right) {
        const auto& operand = filter_.operands_[right];
        const bool asks_presence =
            operand.column < 0 && std::holds_alternative<std::monostate>(operand.literal);
        if (operation != Operation::Unequal || !asks_presence)
            return node({operation, left, right});
        TRY(const std::size_t equal, node({Operation::Equal, left, right}));
        return node({Operation::Not, equal, 0});
    }

    /// x in (a, b): x == a or x == b.
    Result<std::size_t> one_of(const FilterToken& first) {
        if (!take_symbol("("))
            return filter_error(here().position, "a parenthesis is missing behind in",
                                "For example: method in (\"lora\", \"dora\").");
        TRY(const std::size_t column, operand(first));
        std::optional<std::size_t> any;
        do {
            if (!is_operand(here()))
                return filter_error(here().position, "a value is missing in the list",
                                    "For example: method in (\"lora\", \"dora\").");
            TRY(const std::size_t value, operand(tokens_[at_++]));
            TRY(std::size_t equal, node({Operation::Equal, column, value}));
            if (any) {
                TRY(equal, node({Operation::Or, *any, equal}));
            }
            any = equal;
        } while (take_symbol(","));
        if (!take_symbol(")"))
            return filter_error(here().position, "the list is not closed", "Write a parenthesis at its end.");
        return *any;
    }

    /// A word alone.
    Result<std::size_t> search(const FilterToken& word) {
        FilterToken text = word;
        text.kind = FilterTokenKind::Quoted;
        TRY(const std::size_t left,
            operand({.kind = FilterTokenKind::Column, .text = "text", .position = word.position}));
        TRY(const std::size_t right, operand(text));
        return node({Operation::Contains, left, right});
    }

    Result<std::size_t> operand(const FilterToken& token) {
        TRY_VOID(check_size(token.position));
        Filter::Operand made;
        if (token.kind == FilterTokenKind::Number)
            made.literal = token.number;
        else if (token.kind == FilterTokenKind::Quoted)
            made.literal = token.text;
        else if (token.kind == FilterTokenKind::Column || !read_constant(token.text, made.literal))
            made.column = column(token);
        filter_.operands_.push_back(std::move(made));
        return filter_.operands_.size() - 1;
    }

    static bool read_constant(std::string_view word, FilterValue& value) {
        const auto name = lower(word);
        if (name == "true" || name == "false")
            value = name == "true" ? 1.0 : 0.0;
        else if (name == "nan")
            value = std::numeric_limits<double>::quiet_NaN();
        else if (name == "missing")
            value = std::monostate();
        else
            return false;
        return true;
    }

    std::int32_t column(const FilterToken& token) {
        auto& columns = filter_.columns_;
        const auto known = std::ranges::find(columns, token.text, &FilterColumn::name);
        const auto number = known - columns.begin();
        if (known == columns.end())
            columns.push_back({token.text, token.position});
        return static_cast<std::int32_t>(number);
    }

    Result<std::size_t> node(Filter::Node made) {
        TRY_VOID(check_size(here().position));
        filter_.nodes_.push_back(made);
        return filter_.nodes_.size() - 1;
    }

    Result<void> check_size(std::size_t position) const {
        if (filter_.nodes_.size() + filter_.operands_.size() < kMaxParts)
            return {};
        return filter_error(position, "the expression has too many parts", "Write it more simply.");
    }

    const FilterToken& here() const { return tokens_[at_]; }

    bool is_joining(const FilterToken& token) const {
        const auto word = token.kind == FilterTokenKind::Word ? lower(token.text) : std::string();
        return word == "and" || word == "or" || word == "not" || word == "in";
    }

    bool is_operand(const FilterToken& token) const {
        return token.kind != FilterTokenKind::End && token.kind != FilterTokenKind::Symbol &&
               !is_joining(token);
    }

    bool begins_condition() const {
        const auto& token = here();
        if (token.kind == FilterTokenKind::Symbol)
            return token.text == "(" || token.text == "!";
        return is_operand(token) || (token.kind == FilterTokenKind::Word && lower(token.text) == "not");
    }

    bool take_word(std::string_view word) {
        const bool is_there = here().kind == FilterTokenKind::Word && lower(here().text) == word;
        at_ += is_there ? 1 : 0;
        return is_there;
    }

    bool take_symbol(std::string_view symbol) {
        const bool is_there = here().kind == FilterTokenKind::Symbol && here().text == symbol;
        at_ += is_there ? 1 : 0;
        return is_there;
    }

    std::optional<Operation> take_comparison() {
        static constexpr std::array<std::pair<std::string_view, Operation>, 9> kOperations = {
            {{"==", Operation::Equal},
             {"=", Operation::Equal},
             {"!=", Operation::Unequal},
             {"<=", Operation::LessEqual},
             {"<", Operation::Less},
             {">=", Operation::GreaterEqual},
             {">", Operation::Greater},
             {":", Operation::Contains},
             {"~", Operation::Contains}}};
        for (const auto& [symbol, operation] : kOperations)
            if (take_symbol(symbol))
                return operation;
        return {};
    }

    std::vector<FilterToken> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
    Filter filter_ = {};
};

Result<Filter> Filter::parse(std::string_view text) {
    if (text.size() > kMaxBytes)
        return filter_error(kMaxBytes + 1, "the expression is longer than 4096 bytes",
                            "Write it more simply.");
    if (const auto valid = valid_utf8_prefix(text); valid < text.size())
        return filter_error(valid + 1, "this is no UTF-8", "");
    TRY(auto tokens, filter_tokens(text));
    return FilterParser(std::move(tokens)).run();
}

}  // namespace tunebench
