#include "core/study/plan/method_choice.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/methods/method.h"
#include "core/params/param_json.h"
#include "core/run/changed_config.h"
#include "core/run/sections.h"
#include "core/run/selection.h"

namespace tunebench {
namespace {

bool is_map(const ParamSpec& spec) {
    return spec.kind == ParamKind::TextMap || spec.kind == ParamKind::NumberMap;
}

/// A value of its own, although it is an object as sections are.
bool is_map_field(const std::string& section, const std::string& key) {
    const auto names_map = [&](const ParamSpec& spec) { return spec.key == key && is_map(spec); };
    if (is_section(section) && std::ranges::any_of(section_specs(section), names_map))
        return true;
    if (!is_selection(section))
        return false;
    return std::ranges::any_of(known_ids(section), [&](const std::string& id) {
        const auto specs = selection_specs(section, id);
        return specs && std::ranges::any_of(*specs, names_map);
    });
}

void add_fields(MethodChoice& choice, const std::string& section, const std::string& prefix,
                const OrderedJson& object) {
    for (const auto& [name, value] : object.items()) {
        const auto key = prefix + name;
        if (section == "method" && key == "id" && value.is_string())
            choice.method_id = value.get<std::string>();
        else if (value.is_object() && !is_map_field(section, key))
            add_fields(choice, section, key + ".", value);
        else if (auto read = param_from_json(value, key))
            choice.fields.push_back(
                {.key = fmt::format("{}.{}", section, key), .values = {*std::move(read)}});
    }
}

void add_field(StudyMethod& method, const VariedField& field) {
    if (field.values.size() == 1)
        merge_json(method.set, nested(field.key, to_json(field.values.front())));
    else
        for (const auto& value : field.values)
            method.grid[field.key].push_back(to_json(value));
}

}  // namespace

MethodChoice choice_from(const StudyMethod& method) {
    MethodChoice choice{.name = method.name, .search_rate = method.search_rate};
    for (const auto& [section, fields] : method.set.items())
        if (fields.is_object())
            add_fields(choice, section, "", fields);
    for (const auto& [key, list] : method.grid.items()) {
        VariedField field{.key = key};
        for (const auto& entry : list)
            if (auto value = param_from_json(entry, key))
                field.values.push_back(*std::move(value));
        choice.fields.push_back(std::move(field));
    }
    return choice;
}

StudyMethod method_from(const MethodChoice& choice) {
    StudyMethod method{.name = choice.name, .search_rate = choice.search_rate};
    if (!choice.method_id.empty())
        method.set["method"]["id"] = choice.method_id;
    for (const auto& field : choice.fields)
        add_field(method, field);
    return method;
}

std::string new_name(const std::vector<MethodChoice>& choices, std::string_view method_id) {
    const auto* method = find_method(method_id);
    const std::string title(method ? method->title : method_id);
    const auto is_taken = [&](const std::string& name) {
        return std::ranges::any_of(choices, [&](const MethodChoice& choice) { return choice.name == name; });
    };
    auto name = title;
    for (int number = 2; is_taken(name); ++number)
        name = fmt::format("{} {}", title, number);
    return name;
}

RunConfig config_with(const RunConfig& base, const MethodChoice& choice) {
    auto config = base;
    const auto choose = [&](std::string_view section, const std::string& id) {
        if (!id.empty() && selection_of(config, section).id != id)
            if (auto selection = make_selection(section, id, {}, config.method.id))
                selection_of(config, section) = *std::move(selection);
    };
    if (auto method = make_selection("method", choice.method_id, {}))
        set_method(config, *std::move(method));
    for (const auto* section : {"optimizer", "schedule"})
        for (const auto& field : choice.fields)
            if (field.key == fmt::format("{}.id", section) && field.values.size() == 1)
                if (const auto* id = field.values.front().get<std::string>())
                    choose(section, *id);
    return config;
}

}  // namespace tunebench
