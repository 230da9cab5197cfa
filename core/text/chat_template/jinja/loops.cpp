#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/evaluator.h"

namespace tunebench::jinja {

/// The items to go through: those of the iterable for which the loop's condition holds.
Result<ListRef> Evaluator::loop_items(const For& node, const Value& iterable) {
    TRY(auto items, items_of(sandbox_, iterable));
    if (!node.condition)
        return items;
    std::vector<Value> chosen;
    for (const auto& item : items->items) {
        const ScopeGuard inner(*this);
        TRY_VOID(assign(node.target, item));
        TRY(const auto condition, evaluate(*node.condition));
        if (truth_of(condition))
            chosen.push_back(item);
    }
    TRY(const auto list, sandbox_.list(std::move(chosen)));
    return *list.get<ListRef>();
}

Result<bool> Evaluator::run_iteration(const For& node, const Value& item, const Value& loop) {
    const ScopeGuard inner(*this);
    TRY_VOID(sandbox_.step());
    scope_->set("loop", loop);
    TRY_VOID(assign(node.target, item));
    const auto before = writer_.enter_item(item);
    const auto flow = execute(node.body);
    writer_.leave_item(before);
    if (!flow)
        return flow.error();
    return *flow != Flow::Break;
}

Result<Evaluator::Flow> Evaluator::execute(const For& node) {
    TRY(const auto iterable, evaluate(*node.iterable));
    if (node.is_recursive) {  // `loop` may outlive it, and sees the names around it as a macro does
        TRY(auto charge, sandbox_.charge(256, 0));
        kept_.push_back(std::move(charge));
        scope_->keep();
    }
    return run_loop(node, *scope_, iterable, 0);
}

Result<Value> Evaluator::run_loop_again(const For& node, Scope& outer, const Value& iterable,
                                        std::int64_t depth) {
    const ScopeGuard body(*this, &outer);
    writer_.begin_capture();
    const auto flow = run_loop(node, outer, iterable, depth);
    auto text = writer_.end_capture();
    return flow ? sandbox_.text(std::move(text)) : flow.error();
}

Result<Evaluator::Flow> Evaluator::run_loop(const For& node, Scope& outer, const Value& iterable,
                                            std::int64_t depth) {
    TRY(const auto items, loop_items(node, iterable));
    if (items->items.empty()) {
        const ScopeGuard inner(*this);
        return execute(node.otherwise);
    }
    const auto loop = std::make_shared<LoopVariable>(items, depth);
    if (node.is_recursive)
        loop->recurse(node, outer);
    const Value loop_value{ObjectRef(loop)};
    Result<bool> goes_on = true;
    for (std::size_t i = 0; goes_on && *goes_on && i < items->items.size(); ++i) {
        loop->move_to(i);
        goes_on = run_iteration(node, items->items[i], loop_value);
    }
    loop->end();
    return goes_on ? Result<Flow>(Flow::Next) : goes_on.error();
}

}  // namespace tunebench::jinja
