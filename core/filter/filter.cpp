#include "core/filter/filter.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tunebench {
namespace {

char lower_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool contains(std::string_view text, std::string_view part) {
    const auto same = [](char a, char b) { return lower_letter(a) == lower_letter(b); };
    return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end() ||
           part.empty();
}

bool is_missing(const FilterValue& value) {
    return std::holds_alternative<std::monostate>(value);
}

bool is_nan(const FilterValue& value) {
    const auto* number = std::get_if<double>(&value);
    return number && std::isnan(*number);
}

/// 12 is shown as "12", 0.5 as "0.5".
std::string text_of(const FilterValue& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    return fmt::format("{}", std::get<double>(value));
}

bool contains(const FilterValue& text, const FilterValue& part) {
    const auto* whole = std::get_if<std::string>(&text);
    const auto* wanted = std::get_if<std::string>(&part);
    if (whole && wanted)
        return contains(std::string_view(*whole), *wanted);
    return contains(std::string_view(text_of(text)), text_of(part));
}

bool are_equal(const FilterValue& left, const FilterValue& right) {
    return left == right || (is_nan(left) && is_nan(right));
}

/// Of two numbers or two texts: whether `holds` is true of their order.
template <class Holds>
bool are_ordered(const FilterValue& left, const FilterValue& right, Holds holds) {
    if (const auto* a = std::get_if<double>(&left), *b = std::get_if<double>(&right); a && b)
        return holds(*a, *b);
    if (const auto* a = std::get_if<std::string>(&left), *b = std::get_if<std::string>(&right); a && b)
        return holds(*a, *b);
    return false;
}

}  // namespace

bool Filter::compare(Operation operation, const FilterValue& left, const FilterValue& right) {
    if (is_missing(left) || is_missing(right))
        return operation == Operation::Equal && is_missing(left) && is_missing(right);
    switch (operation) {
        case Operation::Equal:
            return are_equal(left, right);
        case Operation::Unequal:
            return !are_equal(left, right);
        case Operation::Less:
            return are_ordered(left, right, std::less());
        case Operation::LessEqual:
            return are_ordered(left, right, std::less_equal());
        case Operation::Greater:
            return are_ordered(left, right, std::greater());
        case Operation::GreaterEqual:
            return are_ordered(left, right, std::greater_equal());
        default:
            return contains(left, right);
    }
}

bool Filter::holds(std::size_t number, std::span<const FilterValue> row) const {
    const Node& node = nodes_[number];
    switch (node.operation) {
        case Operation::And:
            return holds(node.left, row) && holds(node.right, row);
        case Operation::Or:
            return holds(node.left, row) || holds(node.right, row);
        case Operation::Not:
            return !holds(node.left, row);
        default:
            break;
    }
    const auto value = [&](const Operand& operand) -> const FilterValue& {
        return operand.column < 0 ? operand.literal : row[static_cast<std::size_t>(operand.column)];
    };
    return compare(node.operation, value(operands_[node.left]), value(operands_[node.right]));
}

bool Filter::matches(std::span<const FilterValue> row) const {
    return holds(root_, row);
}

}  // namespace tunebench
