// The syntax tree of a template. Immutable after parsing, so that threads may render from one tree.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/value.h"

namespace tunebench::jinja {

struct Builtin;
struct Expression;
struct Statement;

using ExpressionPtr = std::unique_ptr<Expression>;
using StatementPtr = std::unique_ptr<Statement>;
using Block = std::vector<StatementPtr>;

struct Literal {
    Value value = {};
};
struct Name {
    std::string name = {};
};
struct ListDisplay {
    std::vector<ExpressionPtr> items = {};
    bool is_tuple = false;
};
struct DictDisplay {
    std::vector<std::pair<ExpressionPtr, ExpressionPtr>> entries = {};
};
struct Negation {  // not x
    ExpressionPtr operand = {};
};
struct Sign {  // -x, +x
    bool is_negative = true;
    ExpressionPtr operand = {};
};
struct Arithmetic {
    Operator op = Operator::Add;
    ExpressionPtr left = {};
    ExpressionPtr right = {};
};
struct Concatenation {  // a ~ b ~ ...
    std::vector<ExpressionPtr> parts = {};
};
enum class Comparator { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, In, NotIn };
struct Comparison {  // a < b <= ...
    ExpressionPtr first = {};
    std::vector<std::pair<Comparator, ExpressionPtr>> rest = {};
};
struct Logical {  // a and b, a or b
    bool is_and = true;
    ExpressionPtr left = {};
    ExpressionPtr right = {};
};
struct Conditional {
    ExpressionPtr condition = {};
    ExpressionPtr chosen = {};
    ExpressionPtr otherwise = {};  // null: undefined
    int line = 1;
};
struct Attribute {
    ExpressionPtr object = {};
    std::string name = {};
};
struct Item {
    ExpressionPtr object = {};
    ExpressionPtr index = {};
};
struct Slice {
    ExpressionPtr object = {};
    ExpressionPtr begin = {};  // each may be null
    ExpressionPtr end = {};
    ExpressionPtr step = {};
};
struct CallArguments {
    std::vector<ExpressionPtr> positional = {};
    std::vector<std::pair<std::string, ExpressionPtr>> named = {};
    ExpressionPtr more_positional = {};  // *list
    ExpressionPtr more_named = {};       // **dict
};
struct Call {
    ExpressionPtr callee = {};
    CallArguments arguments = {};
};
struct Filter {
    ExpressionPtr operand = {};  // null: the text of the filter block or set block
    std::string name = {};
    const Builtin* entry = nullptr;  // null: no filter of that name
    CallArguments arguments = {};
};
struct Test {
    ExpressionPtr operand = {};
    std::string name = {};
    const Builtin* entry = nullptr;
    bool is_negated = false;
    CallArguments arguments = {};
};

struct Expression {
    using Node =
        std::variant<Literal, Name, ListDisplay, DictDisplay, Negation, Sign, Arithmetic, Concatenation,
                     Comparison, Logical, Conditional, Attribute, Item, Slice, Call, Filter, Test>;
    Node node;
};

/// What is assigned to: a name, an attribute of a namespace, or several of them.
struct Target {
    std::string name = {};           // the namespace's, with an attribute
    std::string attribute = {};      // of a namespace; may be empty
    std::vector<Target> parts = {};  // not empty: the value is taken apart
};

struct Output {  // text
    Value text = {};
};
struct Print {
    ExpressionPtr expression = {};
};
struct If {
    std::vector<std::pair<ExpressionPtr, Block>> branches = {};
    Block otherwise = {};
};
struct For {
    Target target = {};
    ExpressionPtr iterable = {};
    ExpressionPtr condition = {};  // may be null
    Block body = {};
    Block otherwise = {};
    bool is_recursive = false;  // loop(items) runs it once more
};
struct Set {
    Target target = {};
    ExpressionPtr value = {};
};
struct SetBlock {
    Target target = {};
    ExpressionPtr filter = {};  // may be null; the innermost operand is the block's text
    Block body = {};
};
struct Parameter {
    std::string name = {};
    ExpressionPtr fallback = {};  // null: undefined
};
struct MacroDefinition {
    std::string name = {};
    std::vector<Parameter> parameters = {};
    Block body = {};
    bool uses_caller = false;
    bool uses_varargs = false;
    bool uses_kwargs = false;
};
struct DefineMacro {
    MacroDefinition definition = {};
};
struct CallBlock {
    ExpressionPtr call = {};
    MacroDefinition caller = {};
};
struct FilterBlock {
    ExpressionPtr filter = {};
    Block body = {};
};
struct With {
    std::vector<std::pair<Target, ExpressionPtr>> assignments = {};
    Block body = {};
};
struct NamedBlock {          // no other template is there to replace it: it is written where it stands
    bool is_scoped = false;  // sees the names around it, and not those of the top level alone
    Block body = {};
};
struct Generation {  // the assistant's text
    Block body = {};
};
struct Break {};
struct Continue {};

struct Statement {
    using Node = std::variant<Output, Print, If, For, Set, SetBlock, DefineMacro, CallBlock, FilterBlock,
                              With, NamedBlock, Generation, Break, Continue>;
    Node node;
};

struct Syntax {
    Block body = {};
    bool has_generation = false;
};

}  // namespace tunebench::jinja
