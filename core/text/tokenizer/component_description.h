// How the parts of a tokenizer.json are made: each is an object whose "type" is looked up in a table of its
// kind, and reads its own members.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench {

/// One component's JSON object and its place in the file, for errors that name both. Does not own the JSON.
class ComponentDescription {
public:
    /// `place` reads like "tokenizer.json, pre_tokenizer".
    ComponentDescription(const Json& json, std::string place) : json_(&json), place_(std::move(place)) {}

    const Json& json() const { return *json_; }
    const std::string& place() const { return place_; }

    /// The member "type". Corrupt when this is no object or has none.
    Result<std::string> type() const;

    /// Absent and null give the default; another type is an error.
    Result<bool> boolean(std::string_view key, bool fallback) const;
    Result<std::string> text(std::string_view key, std::string_view fallback) const;
    Result<std::int64_t> integer(std::string_view key, std::int64_t fallback) const;

    Result<std::string> required_text(std::string_view key) const;

    /// The elements of the array `key`, each with its place ("..., normalizers[2]"). Corrupt without one.
    Result<std::vector<ComponentDescription>> list(std::string_view key) const;

    /// The member `key`, whatever it is. Corrupt without one.
    Result<ComponentDescription> member(std::string_view key) const;

    /// "<place>: <what>" as Corrupt.
    Error error(const std::string& what) const;

private:
    const Json* json_;
    std::string place_;
};

/// A new component as its maker returns it.
template <class Component, class Implementation, class... Arguments>
Result<std::unique_ptr<const Component>> component(Arguments&&... arguments) {
    return std::unique_ptr<const Component>(
        std::make_unique<const Implementation>(std::forward<Arguments>(arguments)...));
}

/// A type's name and the function that makes it.
template <class Component>
struct ComponentType {
    std::string_view name;
    Result<std::unique_ptr<const Component>> (*make)(const ComponentDescription&) = nullptr;
};

/// Unsupported: names the type, the place and the types that are known.
Error unknown_component(const ComponentDescription& description, std::string_view kind,
                        const std::string& type, const std::vector<std::string_view>& known);

/// Makes the component that `description` describes. Components within it nest as deep as the JSON may.
template <class Component>
Result<std::unique_ptr<const Component>> make_component(const ComponentDescription& description,
                                                        std::string_view kind,
                                                        std::span<const ComponentType<Component>> table) {
    TRY(const std::string type, description.type());
    for (const auto& entry : table)
        if (entry.name == type)
            return entry.make(description);
    std::vector<std::string_view> known;
    for (const auto& entry : table)
        known.push_back(entry.name);
    return unknown_component(description, kind, type, known);
}

/// The components of the array `key`, in order.
template <class Component>
Result<std::vector<std::unique_ptr<const Component>>> make_components(
    const ComponentDescription& description, std::string_view key,
    Result<std::unique_ptr<const Component>> (*make)(const ComponentDescription&)) {
    TRY(const auto elements, description.list(key));
    std::vector<std::unique_ptr<const Component>> components;
    for (const ComponentDescription& element : elements) {
        TRY(auto component, make(element));
        components.push_back(std::move(component));
    }
    return components;
}

}  // namespace tunebench
