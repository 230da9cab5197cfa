#include "core/text/chat_template/jinja/builtin.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/representation.h"

namespace tunebench::jinja {

bool Invocation::truth(std::size_t parameter, bool fallback) const {
    return bound[parameter] ? truth_of(*bound[parameter]) : fallback;
}

Result<std::int64_t> Invocation::integer(std::size_t parameter, std::int64_t fallback) const {
    if (!bound[parameter])
        return fallback;
    const auto& argument = *bound[parameter];
    if (argument.is_undefined())
        return undefined_error(argument);
    if (const auto number = integer_of(argument))
        return *number;
    return template_error(
        fmt::format("'{}' object cannot be interpreted as an integer", type_name(argument)));
}

Result<std::string> Invocation::text(std::size_t parameter, std::string_view fallback) const {
    return bound[parameter] ? display(sandbox, *bound[parameter])
                            : Result<std::string>(std::string(fallback));
}

Result<std::optional<std::string_view>> Invocation::optional_text(std::size_t parameter) const {
    const auto* argument = bound[parameter];
    if (!argument || argument->is_none())
        return std::optional<std::string_view>();
    if (const auto* given = argument->text())
        return std::optional<std::string_view>(given->bytes);
    return template_error(fmt::format("must be str, not {}", type_name(*argument)));
}

Value Invocation::value(std::size_t parameter, const Value& fallback) const {
    return bound[parameter] ? *bound[parameter] : fallback;
}

Result<Value> invoke(const Builtin& builtin, Evaluator& evaluator, Sandbox& sandbox, const Value& self,
                     const Arguments& arguments) {
    TRY_VOID(sandbox.step());
    Invocation invocation{evaluator, sandbox, self, arguments};
    if (builtin.takes_any)
        return builtin.body(invocation);
    const auto known = static_cast<std::size_t>(std::ranges::find(builtin.parameters, std::string_view()) -
                                                builtin.parameters.begin());
    if (arguments.positional.size() > known)
        return template_error(fmt::format("{}() takes at most {} arguments ({} given)", builtin.name, known,
                                          arguments.positional.size()));
    for (std::size_t i = 0; i < arguments.positional.size(); ++i)
        invocation.bound[i] = &arguments.positional[i];
    for (const auto& [name, value] : arguments.named) {
        const auto at = static_cast<std::size_t>(std::ranges::find(builtin.parameters, name) -
                                                 builtin.parameters.begin());
        if (at >= known)
            return template_error(
                fmt::format("{}() got an unexpected keyword argument '{}'", builtin.name, name));
        if (invocation.bound[at])
            return template_error(
                fmt::format("{}() got multiple values for argument '{}'", builtin.name, name));
        invocation.bound[at] = &value;
    }
    for (std::size_t i = 0; i < builtin.required; ++i)
        if (!invocation.bound[i])
            return template_error(fmt::format("{}() missing 1 required positional argument: '{}'",
                                              builtin.name, builtin.parameters[i]));
    return builtin.body(invocation);
}

const Builtin* find_builtin(std::span<const Builtin> table, std::string_view name) {
    const auto found = std::ranges::find(table, name, &Builtin::name);
    return found == table.end() ? nullptr : &*found;
}

}  // namespace tunebench::jinja
