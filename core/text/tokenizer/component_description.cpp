#include "core/text/tokenizer/component_description.h"

#include <fmt/format.h>

namespace tunebench {

namespace {

template <class T>
Result<T> value_or(Result<std::optional<T>> value, T fallback, const std::string& place) {
    if (!value)
        return in_source(value.error(), place);
    return value->has_value() ? **std::move(value) : std::move(fallback);
}

}  // namespace

Result<std::string> ComponentDescription::type() const {
    if (!json_->is_object())
        return error("there should be an object with a \"type\"");
    return required_text("type");
}

Result<bool> ComponentDescription::boolean(std::string_view key, bool fallback) const {
    return value_or(optional_boolean(*json_, key), fallback, place_);
}

Result<std::string> ComponentDescription::text(std::string_view key, std::string_view fallback) const {
    return value_or(optional_string(*json_, key), std::string(fallback), place_);
}

Result<std::int64_t> ComponentDescription::integer(std::string_view key, std::int64_t fallback) const {
    return value_or(optional_integer(*json_, key), fallback, place_);
}

Result<std::string> ComponentDescription::required_text(std::string_view key) const {
    auto value = json_string(*json_, key);
    if (!value)
        return in_source(value.error(), place_);
    return value;
}

Result<std::vector<ComponentDescription>> ComponentDescription::list(std::string_view key) const {
    const auto array = json_array(*json_, key);
    if (!array)
        return in_source(array.error(), place_);
    std::vector<ComponentDescription> elements;
    for (const Json& element : **array)
        elements.emplace_back(element, fmt::format("{}, {}[{}]", place_, key, elements.size()));
    return elements;
}

Result<ComponentDescription> ComponentDescription::member(std::string_view key) const {
    const Json* value = find_member(*json_, key);
    if (!value)
        return error(fmt::format("\"{}\" is missing", key));
    return ComponentDescription(*value, fmt::format("{}, {}", place_, key));
}

Error ComponentDescription::error(const std::string& what) const {
    return {ErrorCode::Corrupt, fmt::format("{}: {}", place_, what),
            "Download or convert the tokenizer again; its file is damaged or was edited by hand."};
}

Error unknown_component(const ComponentDescription& description, std::string_view kind,
                        const std::string& type, const std::vector<std::string_view>& known) {
    return {ErrorCode::Unsupported,
            fmt::format("{}: the {} \"{}\" is not supported yet", description.place(), kind, type),
            fmt::format("Use a model whose tokenizer needs only these: {}.", fmt::join(known, ", "))};
}

}  // namespace tunebench
