#include <algorithm>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/access.h"
#include "core/text/chat_template/jinja/builtin.h"
#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/evaluator.h"
#include "core/text/chat_template/jinja/globals.h"
#include "core/text/chat_template/jinja/representation.h"

namespace tunebench::jinja {
Result<Value> Evaluator::evaluate(const Expression& expression) {
    TRY_VOID(sandbox_.enter());
    auto value = std::visit([this](const auto& node) { return evaluate(node); }, expression.node);
    sandbox_.leave();
    return value;
}

Result<Value> Evaluator::evaluate_optional(const ExpressionPtr& expression) {
    return expression ? evaluate(*expression) : Result<Value>(Value());
}

Result<Value> Evaluator::evaluate(const Literal& node) {
    return node.value;
}

Result<Value> Evaluator::evaluate(const Name& node) {
    if (const auto* value = scope_->find(node.name))
        return *value;
    if (const auto* global = find_global(node.name))
        return Value(ObjectRef(std::make_shared<Function>(*global, Value())));
    return undefined(fmt::format("{} is undefined", quoted_text(node.name)));
}

Result<Value> Evaluator::evaluate(const ListDisplay& node) {
    std::vector<Value> items;
    items.reserve(node.items.size());
    for (const auto& item : node.items) {
        TRY(auto value, evaluate(*item));
        items.push_back(std::move(value));
    }
    return node.is_tuple ? sandbox_.tuple(std::move(items)) : sandbox_.list(std::move(items));
}

Result<Value> Evaluator::evaluate(const DictDisplay& node) {
    std::vector<std::pair<Value, Value>> entries;
    for (const auto& [key_expression, value_expression] : node.entries) {
        TRY(auto key, evaluate(*key_expression));
        TRY(auto value, evaluate(*value_expression));
        TRY_VOID(put_entry(sandbox_, entries, std::move(key), std::move(value)));
    }
    return sandbox_.dict(std::move(entries));
}

Result<Value> Evaluator::evaluate(const Negation& node) {
    TRY(const auto value, evaluate(*node.operand));
    return Value(!truth_of(value));
}

Result<Value> Evaluator::evaluate(const Sign& node) {
    TRY(auto value, evaluate(*node.operand));
    if (node.is_negative)
        return negative(value);
    if (value.is_undefined())
        return undefined_error(value);
    if (const auto* truth = value.get<bool>())
        return Value(std::int64_t{*truth ? 1 : 0});
    if (is_number(value))
        return value;
    return template_error(fmt::format("bad operand type for unary +: '{}'", type_name(value)));
}

Result<Value> Evaluator::evaluate(const Arithmetic& node) {
    TRY(const auto left, evaluate(*node.left));
    TRY(const auto right, evaluate(*node.right));
    return arithmetic(sandbox_, node.op, left, right);
}

Result<Value> Evaluator::evaluate(const Concatenation& node) {
    std::string text;
    for (const auto& part : node.parts) {
        TRY(const auto value, evaluate(*part));
        TRY(const auto piece, display(sandbox_, value));
        TRY_VOID(sandbox_.check_text(text.size() + piece.size()));
        text += piece;
    }
    return sandbox_.text(std::move(text));
}

Result<bool> Evaluator::compare(Comparator comparator, const Value& left, const Value& right) {
    switch (comparator) {
        case Comparator::Equal:
            return equal(sandbox_, left, right);
        case Comparator::NotEqual: {
            TRY(const bool same, equal(sandbox_, left, right));
            return !same;
        }
        case Comparator::Less:
            return in_order(sandbox_, Order::Less, left, right);
        case Comparator::LessEqual:
            return in_order(sandbox_, Order::LessEqual, left, right);
        case Comparator::Greater:
            return in_order(sandbox_, Order::Greater, left, right);
        case Comparator::GreaterEqual:
            return in_order(sandbox_, Order::GreaterEqual, left, right);
        case Comparator::In:
            return contains(sandbox_, right, left);
        case Comparator::NotIn: {
            TRY(const bool is_in, contains(sandbox_, right, left));
            return !is_in;
        }
    }
    return false;
}

Result<Value> Evaluator::evaluate(const Comparison& node) {
    TRY(auto left, evaluate(*node.first));
    for (const auto& [comparator, operand] : node.rest) {
        TRY(auto right, evaluate(*operand));
        TRY(const bool holds, compare(comparator, left, right));
        if (!holds)
            return Value(false);
        left = std::move(right);
    }
    return Value(true);
}

Result<Value> Evaluator::evaluate(const Logical& node) {
    TRY(auto left, evaluate(*node.left));
    return truth_of(left) == node.is_and ? evaluate(*node.right) : Result<Value>(std::move(left));
}

Result<Value> Evaluator::evaluate(const Conditional& node) {
    TRY(const auto condition, evaluate(*node.condition));
    if (truth_of(condition))
        return evaluate(*node.chosen);
    if (node.otherwise)
        return evaluate(*node.otherwise);
    return undefined(
        fmt::format("the inline if-expression on line {} evaluated to false and no else section was defined.",
                    node.line));
}

Result<Value> Evaluator::evaluate(const Attribute& node) {
    TRY(const auto object, evaluate(*node.object));
    return get_attribute(sandbox_, object, node.name);
}

Result<Value> Evaluator::evaluate(const Item& node) {
    TRY(const auto object, evaluate(*node.object));
    TRY(const auto index, evaluate(*node.index));
    return get_item(sandbox_, object, index);
}

Result<Value> Evaluator::evaluate(const Slice& node) {
    TRY(const auto object, evaluate(*node.object));
    SliceBounds bounds;
    TRY(bounds.begin, evaluate_optional(node.begin));
    TRY(bounds.end, evaluate_optional(node.end));
    TRY(bounds.step, evaluate_optional(node.step));
    return get_slice(sandbox_, object, bounds);
}

Result<void> Evaluator::add_spread(const CallArguments& arguments, Arguments& result) {
    if (arguments.more_positional) {
        TRY(const auto value, evaluate(*arguments.more_positional));
        TRY(const auto items, items_of(sandbox_, value));
        result.positional.insert(result.positional.end(), items->items.begin(), items->items.end());
    }
    if (!arguments.more_named)
        return {};
    TRY(const auto value, evaluate(*arguments.more_named));
    if (!value.dict())
        return template_error(fmt::format("argument after ** must be a mapping, not {}", type_name(value)));
    for (const auto& [key, entry] : value.dict()->entries) {
        if (!key.text())
            return template_error("keywords must be strings");
        const auto& name = key.text()->bytes;
        if (std::ranges::find(result.named, name, &std::pair<std::string, Value>::first) !=
            result.named.end())
            return template_error(fmt::format("got multiple values for keyword argument '{}'", name));
        result.named.emplace_back(name, entry);
    }
    return {};
}

Result<Arguments> Evaluator::evaluate_arguments(const CallArguments& arguments) {
    Arguments result;
    result.positional.reserve(arguments.positional.size());
    for (const auto& argument : arguments.positional) {
        TRY(auto value, evaluate(*argument));
        result.positional.push_back(std::move(value));
    }
    for (const auto& [name, argument] : arguments.named) {
        TRY(auto value, evaluate(*argument));
        result.named.emplace_back(name, std::move(value));
    }
    TRY_VOID(add_spread(arguments, result));
    return result;
}

Result<Value> Evaluator::call(const Value& callee, const Arguments& arguments) {
    if (callee.is_undefined())
        return undefined_error(callee);
    auto* object = callee.object();
    if (!object || !object->is_callable())
        return template_error(fmt::format("'{}' object is not callable", type_name(callee)));
    return object->call(*this, arguments);
}

Result<Value> Evaluator::evaluate(const Call& node) {
    TRY(const auto callee, evaluate(*node.callee));
    TRY(const auto arguments, evaluate_arguments(node.arguments));
    return call(callee, arguments);
}

Result<Value> Evaluator::evaluate(const Filter& node) {
    Value operand;
    if (node.operand) {
        TRY(operand, evaluate(*node.operand));
    } else {
        operand = *filtered_text_;
    }
    if (!node.entry)
        return template_error(fmt::format("No filter named '{}'.", node.name));
    TRY(const auto arguments, evaluate_arguments(node.arguments));
    return invoke(*node.entry, *this, sandbox_, operand, arguments);
}

Result<Value> Evaluator::evaluate(const Test& node) {
    TRY(const auto operand, evaluate(*node.operand));
    if (!node.entry)
        return template_error(fmt::format("No test named '{}'.", node.name));
    TRY(const auto arguments, evaluate_arguments(node.arguments));
    TRY(const auto passed, invoke(*node.entry, *this, sandbox_, operand, arguments));
    return Value(truth_of(passed) != node.is_negated);
}

}  // namespace tunebench::jinja
