// Filter: an expression over the columns of a table, parsed once and asked for every row.
//
//   loss < 0.5 and method == "lora" and (tag:"good" or not peak > 8GiB)
//
// Comparisons: == (or =), !=, <, <=, >, >=, and : (or ~), which is true when the text on the left contains
// the right one, a-z and A-Z alike; a word on its right is a text. `a in (1, 2)` is true for one of them.
// They are joined by not, and, or (in this order of strength) and parentheses; conditions side by side are
// joined by and. Operands are columns, numbers (also with KiB, MiB, GiB, TiB), texts in quotes, true, false,
// nan and missing. A column whose name has other characters than letters, digits and _ . / - is written in
// backquotes. A word or text alone is searched in the column "text".
//
// A comparison with a value that is missing is false; `x == missing` and `x != missing` ask for it. Nothing
// but `x == nan` and `!=` is true of NaN. A number is never equal to a text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/filter/filter_value.h"

namespace tunebench {

struct FilterColumn {
    std::string name = {};
    std::size_t position = 1;  // in the expression, where it stands first, from 1
    bool operator==(const FilterColumn&) const = default;
};

class Filter {
public:
    /// InvalidArgument, with the position of the mistake. At most 4096 bytes, 64 levels of parentheses and
    /// `not`, and 512 operands and operators.
    static Result<Filter> parse(std::string_view text);

    /// Those that the expression reads, each once.
    const std::vector<FilterColumn>& columns() const { return columns_; }

    /// `row` has the values of columns(), in their order.
    bool matches(std::span<const FilterValue> row) const;

    bool operator==(const Filter&) const = default;

private:
    friend class FilterParser;

    enum class Operation { And, Or, Not, Equal, Unequal, Less, LessEqual, Greater, GreaterEqual, Contains };
    /// A column or a literal.
    struct Operand {
        std::int32_t column = -1;
        FilterValue literal = {};
        bool operator==(const Operand&) const = default;
    };
    /// And, Or, Not: the nodes `left` and `right`; the others: the operands of these numbers.
    struct Node {
        Operation operation = Operation::And;
        std::size_t left = 0;
        std::size_t right = 0;
        bool operator==(const Node&) const = default;
    };
    bool holds(std::size_t node, std::span<const FilterValue> row) const;
    static bool compare(Operation operation, const FilterValue& left, const FilterValue& right);

    std::vector<FilterColumn> columns_ = {};
    std::vector<Operand> operands_ = {};
    std::vector<Node> nodes_ = {};
    std::size_t root_ = 0;
};

}  // namespace tunebench
