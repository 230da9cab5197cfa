// Evaluator: walks the syntax tree once and writes what it says.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/date_format.h"
#include "core/text/chat_template/jinja/object.h"
#include "core/text/chat_template/jinja/objects.h"
#include "core/text/chat_template/jinja/sandbox.h"
#include "core/text/chat_template/jinja/scope.h"
#include "core/text/chat_template/jinja/syntax.h"
#include "core/text/chat_template/jinja/writer.h"

namespace tunebench::jinja {

/// For one rendering, on one thread. The tree, the sandbox and the writer outlive it.
class Evaluator {
public:
    Evaluator(Sandbox& sandbox, Writer& writer, Moment now) : sandbox_(sandbox), writer_(writer), now_(now) {}
    ~Evaluator();
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    /// Runs the template with these variables; their names outlive it.
    Result<void> run(const Syntax& syntax, const std::vector<std::pair<std::string, Value>>& variables);

    // For builtins.
    Sandbox& sandbox() { return sandbox_; }
    Moment now() const { return now_; }
    Result<Value> call(const Value& callee, const Arguments& arguments);
    Result<Value> apply_filter(std::string_view name, const Value& value, const Arguments& arguments);
    Result<bool> apply_test(std::string_view name, const Value& value, const Arguments& arguments);
    Result<std::shared_ptr<Namespace>> make_namespace();

    /// Runs a macro's body; for the object that the template calls.
    Result<Value> run_macro(const MacroDefinition& macro, Scope& defined_in, const Arguments& arguments);

    /// What a recursive loop, which stands in `outer`, writes for other items; for its variable `loop`.
    Result<Value> run_loop_again(const For& node, Scope& outer, const Value& iterable, std::int64_t depth);

private:
    enum class Flow { Next, Break, Continue };

    // expressions.cpp
    Result<Value> evaluate(const Expression& expression);
    Result<Value> evaluate(const Literal& node);
    Result<Value> evaluate(const Name& node);
    Result<Value> evaluate(const ListDisplay& node);
    Result<Value> evaluate(const DictDisplay& node);
    Result<Value> evaluate(const Negation& node);
    Result<Value> evaluate(const Sign& node);
    Result<Value> evaluate(const Arithmetic& node);
    Result<Value> evaluate(const Concatenation& node);
    Result<Value> evaluate(const Comparison& node);
    Result<Value> evaluate(const Logical& node);
    Result<Value> evaluate(const Conditional& node);
    Result<Value> evaluate(const Attribute& node);
    Result<Value> evaluate(const Item& node);
    Result<Value> evaluate(const Slice& node);
    Result<Value> evaluate(const Call& node);
    Result<Value> evaluate(const Filter& node);
    Result<Value> evaluate(const Test& node);
    Result<bool> compare(Comparator comparator, const Value& left, const Value& right);
    Result<Value> evaluate_optional(const ExpressionPtr& expression);  // None for null
    Result<Arguments> evaluate_arguments(const CallArguments& arguments);
    Result<void> add_spread(const CallArguments& arguments, Arguments& result);

    // statements.cpp
    Result<Flow> execute(const Block& block);
    Result<Flow> execute(const Output& node);
    Result<Flow> execute(const Print& node);
    Result<Flow> execute(const If& node);
    Result<Flow> execute(const Set& node);
    Result<Flow> execute(const SetBlock& node);
    Result<Flow> execute(const DefineMacro& node);
    Result<Flow> execute(const CallBlock& node);
    Result<Flow> execute(const FilterBlock& node);
    Result<Flow> execute(const With& node);
    Result<Flow> execute(const NamedBlock& node);
    Result<Flow> execute(const Generation& node);
    Result<Flow> execute(const Break&) { return Flow::Break; }
    Result<Flow> execute(const Continue&) { return Flow::Continue; }
    Result<void> assign(const Target& target, const Value& value);
    Result<void> assign_parts(const Target& target, const Value& value);
    Result<Value> make_macro(const MacroDefinition& macro);

    /// The text that the block writes, in a scope of its own.
    Result<std::string> capture(const Block& block);
    Result<Value> capture_filtered(const Block& block, const ExpressionPtr& filter);

    // loops.cpp
    Result<Flow> execute(const For& node);
    Result<Flow> run_loop(const For& node, Scope& outer, const Value& iterable, std::int64_t depth);
    Result<ListRef> loop_items(const For& node, const Value& iterable);
    Result<bool> run_iteration(const For& node, const Value& item, const Value& loop);  // false: break

    // macros.cpp
    Result<void> bind_parameters(const MacroDefinition& macro, const Arguments& arguments);
    Result<void> bind_rest(const MacroDefinition& macro, const Arguments& arguments);

    /// A scope inside the current one, or inside another, while it lives.
    class ScopeGuard {
    public:
        ScopeGuard(Evaluator& evaluator, Scope* outer)
            : evaluator_(evaluator), before_(evaluator.scope_), own_(evaluator.scopes_.open(outer)) {
            evaluator.scope_ = &own_;
        }
        explicit ScopeGuard(Evaluator& evaluator) : ScopeGuard(evaluator, evaluator.scope_) {}
        ~ScopeGuard() {
            evaluator_.scope_ = before_;
            evaluator_.scopes_.close(own_);
        }
        ScopeGuard(const ScopeGuard&) = delete;
        ScopeGuard& operator=(const ScopeGuard&) = delete;

    private:
        Evaluator& evaluator_;
        Scope* before_;
        Scope& own_;
    };

    Sandbox& sandbox_;
    Writer& writer_;
    Moment now_;
    std::vector<Charge> kept_ = {};  // of scopes that macros keep
    Scopes scopes_ = {};
    Scope* scope_ = nullptr;
    Scope* top_level_ = nullptr;
    const Value* filtered_text_ = nullptr;  // of the filter block or set block that is being filtered
    std::vector<std::shared_ptr<Namespace>> namespaces_ = {};
};

}  // namespace tunebench::jinja
