#include <fmt/format.h>

#include "core/text/chat_template/jinja/access.h"
#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/evaluator.h"
#include "core/text/chat_template/jinja/representation.h"

namespace tunebench::jinja {

Evaluator::~Evaluator() {
    for (const auto& space : namespaces_)
        space->clear();
}

Result<void> Evaluator::run(const Syntax& syntax,
                            const std::vector<std::pair<std::string, Value>>& variables) {
    scope_ = &scopes_.open(nullptr);
    for (const auto& [name, value] : variables)
        scope_->set(name, value);
    const ScopeGuard top_level(*this);
    top_level_ = scope_;
    TRY_VOID(execute(syntax.body));
    return {};
}

Result<std::shared_ptr<Namespace>> Evaluator::make_namespace() {
    TRY(auto charge, sandbox_.charge(512, 0));
    namespaces_.push_back(std::make_shared<Namespace>(std::move(charge)));
    return namespaces_.back();
}

Result<Evaluator::Flow> Evaluator::execute(const Block& block) {
    for (const auto& statement : block) {
        TRY_VOID(sandbox_.enter());
        const auto flow = std::visit([this](const auto& node) { return execute(node); }, statement->node);
        sandbox_.leave();
        if (!flow || *flow != Flow::Next)
            return flow;
    }
    return Flow::Next;
}

Result<Evaluator::Flow> Evaluator::execute(const Output& node) {
    TRY_VOID(writer_.write(node.text.text()->bytes));
    return Flow::Next;
}

Result<Evaluator::Flow> Evaluator::execute(const Print& node) {
    TRY(const auto value, evaluate(*node.expression));
    if (const auto* text = value.text()) {
        TRY_VOID(writer_.write(text->bytes));
        return Flow::Next;
    }
    TRY(const auto text, display(sandbox_, value));
    TRY_VOID(writer_.write(text));
    return Flow::Next;
}

Result<Evaluator::Flow> Evaluator::execute(const If& node) {
    for (const auto& [condition, body] : node.branches) {
        TRY(const auto value, evaluate(*condition));
        if (truth_of(value))
            return execute(body);
    }
    return execute(node.otherwise);
}

Result<void> Evaluator::assign_parts(const Target& target, const Value& value) {
    const auto* object = value.object();
    if (!value.text() && !value.list() && !value.dict() && !value.is_undefined() &&
        !(object && object->is_iterable()))
        return template_error(fmt::format("cannot unpack non-iterable {} object", type_name(value)));
    TRY(const auto items, items_of(sandbox_, value));
    const auto expected = target.parts.size();
    if (items->items.size() < expected)
        return template_error(
            fmt::format("not enough values to unpack (expected {}, got {})", expected, items->items.size()));
    if (items->items.size() > expected)
        return template_error(fmt::format("too many values to unpack (expected {})", expected));
    for (std::size_t i = 0; i < expected; ++i)
        TRY_VOID(assign(target.parts[i], items->items[i]));
    return {};
}

Result<void> Evaluator::assign(const Target& target, const Value& value) {
    if (!target.parts.empty())
        return assign_parts(target, value);
    if (target.attribute.empty()) {
        scope_->set(target.name, value);
        return {};
    }
    const auto* holder = scope_->find(target.name);
    auto* space = holder ? dynamic_cast<Namespace*>(holder->object()) : nullptr;
    if (!space)
        return template_error("cannot assign attribute on non-namespace object");
    TRY_VOID(sandbox_.step());
    space->set(target.attribute, value);
    return {};
}

Result<Evaluator::Flow> Evaluator::execute(const Set& node) {
    TRY(const auto value, evaluate(*node.value));
    TRY_VOID(assign(node.target, value));
    return Flow::Next;
}

Result<std::string> Evaluator::capture(const Block& block) {
    const ScopeGuard inner(*this);
    writer_.begin_capture();
    const auto flow = execute(block);
    auto text = writer_.end_capture();
    return flow ? Result<std::string>(std::move(text)) : flow.error();
}

Result<Value> Evaluator::capture_filtered(const Block& block, const ExpressionPtr& filter) {
    TRY(auto text, capture(block));
    TRY(const auto value, sandbox_.text(std::move(text)));
    if (!filter)
        return value;
    const auto* outer = std::exchange(filtered_text_, &value);
    auto filtered = evaluate(*filter);
    filtered_text_ = outer;
    return filtered;
}

Result<Evaluator::Flow> Evaluator::execute(const SetBlock& node) {
    TRY(const auto value, capture_filtered(node.body, node.filter));
    TRY_VOID(assign(node.target, value));
    return Flow::Next;
}

Result<Evaluator::Flow> Evaluator::execute(const FilterBlock& node) {
    TRY(const auto value, capture_filtered(node.body, node.filter));
    TRY(const auto text, display(sandbox_, value));
    TRY_VOID(writer_.write(text));
    return Flow::Next;
}

Result<Evaluator::Flow> Evaluator::execute(const With& node) {
    std::vector<Value> values;  // of the scope around it
    for (const auto& [target, expression] : node.assignments) {
        TRY(auto value, evaluate(*expression));
        values.push_back(std::move(value));
    }
    const ScopeGuard inner(*this);
    for (std::size_t i = 0; i < values.size(); ++i)
        TRY_VOID(assign(node.assignments[i].first, values[i]));
    return execute(node.body);
}

Result<Evaluator::Flow> Evaluator::execute(const NamedBlock& node) {
    const ScopeGuard inner(*this, node.is_scoped ? scope_ : top_level_);
    return execute(node.body);
}

Result<Evaluator::Flow> Evaluator::execute(const Generation& node) {
    const ScopeGuard inner(*this);
    const bool before = writer_.set_generation(true);
    const auto flow = execute(node.body);
    writer_.set_generation(before);
    return flow;
}

}  // namespace tunebench::jinja
