#include <algorithm>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/evaluator.h"
#include "core/text/chat_template/jinja/representation.h"

namespace tunebench::jinja {
namespace {

/// A macro as a value. It sees the scope that it was defined in, which is kept for it.
class Macro : public Object {
public:
    Macro(const MacroDefinition& definition, Scope& scope)
        : Object("Macro"), definition_(definition), scope_(scope) {}

    bool is_callable() const override { return true; }
    Result<Value> call(Evaluator& evaluator, const Arguments& arguments) override {
        return evaluator.run_macro(definition_, scope_, arguments);
    }
    Result<std::optional<Value>> attribute(Sandbox& sandbox, std::string_view name) override {
        if (name == "name")
            return std::optional(constant_text(definition_.name));
        if (name == "catch_kwargs")
            return std::optional(Value(definition_.uses_kwargs));
        if (name == "catch_varargs")
            return std::optional(Value(definition_.uses_varargs));
        if (name == "caller")
            return std::optional(Value(definition_.uses_caller));
        if (name != "arguments")
            return std::optional<Value>();
        std::vector<Value> names;
        for (const auto& parameter : definition_.parameters)
            names.push_back(constant_text(parameter.name));
        TRY(auto arguments, sandbox.tuple(std::move(names)));
        return std::optional(std::move(arguments));
    }
    Result<std::string> representation(Sandbox&) const override {
        return fmt::format("<Macro {}>", quoted_text(definition_.name));
    }

private:
    const MacroDefinition& definition_;
    Scope& scope_;
};

const Value* named_argument(const Arguments& arguments, std::string_view name) {
    const auto found = std::ranges::find(arguments.named, name, &std::pair<std::string, Value>::first);
    return found == arguments.named.end() ? nullptr : &found->second;
}

bool is_parameter(const MacroDefinition& macro, std::string_view name) {
    return std::ranges::find(macro.parameters, name, &Parameter::name) != macro.parameters.end();
}

}  // namespace

Result<Value> Evaluator::make_macro(const MacroDefinition& macro) {
    TRY(auto charge, sandbox_.charge(256, 0));
    kept_.push_back(std::move(charge));
    scope_->keep();
    return Value(ObjectRef(std::make_shared<Macro>(macro, *scope_)));
}

Result<Evaluator::Flow> Evaluator::execute(const DefineMacro& node) {
    TRY(auto macro, make_macro(node.definition));
    scope_->set(node.definition.name, std::move(macro));
    return Flow::Next;
}

Result<Evaluator::Flow> Evaluator::execute(const CallBlock& node) {
    const auto& call_node = std::get<Call>(node.call->node);
    TRY(const auto callee, evaluate(*call_node.callee));
    TRY(auto arguments, evaluate_arguments(call_node.arguments));
    TRY(auto caller, make_macro(node.caller));
    arguments.named.emplace_back("caller", std::move(caller));
    TRY(const auto value, call(callee, arguments));
    TRY(const auto text, display(sandbox_, value));
    TRY_VOID(writer_.write(text));
    return Flow::Next;
}

/// Those that were given first: the fallback of one may read another.
Result<void> Evaluator::bind_parameters(const MacroDefinition& macro, const Arguments& arguments) {
    std::vector<const Parameter*> missing;
    for (std::size_t i = 0; i < macro.parameters.size(); ++i) {
        const auto& parameter = macro.parameters[i];
        if (i < arguments.positional.size())
            scope_->set(parameter.name, arguments.positional[i]);
        else if (const auto* named = named_argument(arguments, parameter.name))
            scope_->set(parameter.name, *named);
        else
            missing.push_back(&parameter);
    }
    for (const auto* parameter : missing) {
        auto value = undefined(fmt::format("parameter {} was not provided", quoted_text(parameter->name)));
        if (parameter->fallback) {
            TRY(value, evaluate(*parameter->fallback));
        }
        scope_->set(parameter->name, std::move(value));
    }
    return {};
}

/// What is left: caller, kwargs, varargs; an error when the macro does not take it.
Result<void> Evaluator::bind_rest(const MacroDefinition& macro, const Arguments& arguments) {
    const auto positional = std::min(arguments.positional.size(), macro.parameters.size());
    std::vector<std::pair<Value, Value>> more_named;
    for (const auto& [name, value] : arguments.named) {
        const auto at = std::ranges::find(macro.parameters, name, &Parameter::name);
        if (at != macro.parameters.end() &&
            at - macro.parameters.begin() >= static_cast<std::ptrdiff_t>(positional))
            continue;
        if (macro.uses_caller && name == "caller" && !is_parameter(macro, name))
            continue;
        if (!macro.uses_kwargs)
            return template_error(
                name == "caller" ? fmt::format("macro {} was invoked with two values for the special caller "
                                               "argument. This is most likely a bug.",
                                               quoted_text(macro.name))
                                 : fmt::format("macro {} takes no keyword argument {}",
                                               quoted_text(macro.name), quoted_text(name)));
        more_named.emplace_back(constant_text(name), value);
    }
    if (arguments.positional.size() > macro.parameters.size() && !macro.uses_varargs)
        return template_error(fmt::format("macro {} takes not more than {} argument(s)",
                                          quoted_text(macro.name), macro.parameters.size()));
    if (macro.uses_caller && !is_parameter(macro, "caller")) {
        const auto* caller = named_argument(arguments, "caller");
        scope_->set("caller", caller ? *caller : undefined("No caller defined"));
    }
    if (macro.uses_kwargs && !is_parameter(macro, "kwargs")) {
        TRY(auto dict, sandbox_.dict(std::move(more_named)));
        scope_->set("kwargs", std::move(dict));
    }
    if (macro.uses_varargs && !is_parameter(macro, "varargs")) {
        TRY(auto rest, sandbox_.tuple({arguments.positional.begin() + static_cast<std::ptrdiff_t>(positional),
                                       arguments.positional.end()}));
        scope_->set("varargs", std::move(rest));
    }
    return {};
}

Result<Value> Evaluator::run_macro(const MacroDefinition& macro, Scope& defined_in,
                                   const Arguments& arguments) {
    const ScopeGuard body(*this, &defined_in);
    TRY_VOID(bind_rest(macro, arguments));
    TRY_VOID(bind_parameters(macro, arguments));
    TRY(auto text, capture(macro.body));
    return sandbox_.text(std::move(text));
}

}  // namespace tunebench::jinja
