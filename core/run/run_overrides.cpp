#include <filesystem>

#include <fmt/format.h>

#include "core/base/text_distance.h"
#include "core/params/param_check.h"
#include "core/run/run_paths.h"
#include "core/run/run_sources.h"
#include "core/run/sections.h"
#include "core/run/selection.h"

namespace tunebench {
namespace {

struct Target {
    std::string section = {};
    std::string key = {};
};

Result<Target> target_of(std::string_view path) {
    const auto dot = path.find('.');
    const auto head = path.substr(0, dot);
    if (dot != std::string_view::npos && (is_section(head) || head == "general"))
        return Target{std::string(head), std::string(path.substr(dot + 1))};
    if (find_spec(section_specs("general"), path))
        return Target{"general", std::string(path)};
    std::vector<std::string> known(section_names().begin(), section_names().end());
    for (const auto& spec : section_specs("general"))
        known.emplace_back(spec.key);
    const auto near = nearest(head, known);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("'{}' is not a known field", path),
                 .hint = near.empty() ? fmt::format("Known: {}.", fmt::join(known, ", "))
                                      : fmt::format("Did you mean '{}'?", near),
                 .field = std::string(path)};
}

bool is_path_field(const Target& target) {
    const auto& key = target.key;
    return (target.section == "model" && (key == "path" || key == "adapter")) ||
           (target.section == "data" && (key == "train" || key == "validation" || key == "template"));
}

/// A word that looks like JSON ("42" for a name) is read as what the field wants.
ParamValue value_for(const ParamSpec& spec, std::string_view text) {
    auto value = param_from_text(text);
    switch (spec.kind) {
        case ParamKind::Text:
        case ParamKind::Choice:
            return value.get<std::string>() ? value : ParamValue(std::string(text));
        case ParamKind::TextOrList:
            return value.get<std::string>() || value.get<ParamList>() ? value : ParamValue(std::string(text));
        case ParamKind::Files:
        case ParamKind::TextList:
            if (value.get<ParamList>())
                return value;
            return ParamList{value.get<std::string>() ||
                                     (value.get<ParamMap>() && spec.kind == ParamKind::Files)
                                 ? value
                                 : ParamValue(std::string(text))};
        case ParamKind::Bool:
            if (text == "on" || text == "off")
                return text == "on";
            return value;
        default:
            return value;
    }
}

/// A wrong weight or slice stays as it is: it is named when the value is set.
std::string absolute_text(const std::string& text, const Target& target) {
    if (target.key == "adapter")
        return absolute_path(text, ".");
    if (target.key == "template")
        return names_template_file(text) ? absolute_path(text, ".") : text;
    if (target.section == "model")
        return absolute_source(text, ".", names_hub_model);
    auto file =
        target.key == "train" ? weighted_file_from_text(text) : Result<WeightedFile>(WeightedFile(text));
    if (!file)
        return text;
    file->path = absolute_source(file->path, ".", names_hub_dataset);
    return weighted_file_text(*file);
}

void make_absolute(ParamValue& value, const Target& target) {
    if (auto* text = std::get_if<std::string>(&value.value))
        *text = absolute_text(*text, target);
    if (auto* list = std::get_if<ParamList>(&value.value))
        for (auto& entry : *list)
            make_absolute(entry, target);
    if (auto* file = std::get_if<ParamMap>(&value.value))
        for (auto& [key, entry] : file->entries)
            if (key == "path")
                make_absolute(entry, target);
}

/// "columns.prompt": one entry of a map.
const ParamSpec* map_spec_of(std::span<const ParamSpec> specs, std::string_view key,
                             std::string_view& entry) {
    for (const auto& spec : specs) {
        const bool is_map = spec.kind == ParamKind::TextMap || spec.kind == ParamKind::NumberMap;
        if (is_map && key.size() > spec.key.size() + 1 && key.starts_with(spec.key) &&
            key[spec.key.size()] == '.') {
            entry = key.substr(spec.key.size() + 1);
            return &spec;
        }
    }
    return nullptr;
}

Result<void> apply(RunConfig& config, const Target& target, std::string_view text) {
    if (is_selection(target.section) && target.key == "id") {
        if (selection_of(config, target.section).id == text)
            return {};
        ParamMap chosen;
        chosen.set("id", std::string(text));
        return set_section_params(config, target.section, chosen);
    }
    auto params = section_params(config, target.section);
    const auto plain_specs = section_specs(target.section);
    std::span<const ParamSpec> specs = plain_specs;
    if (is_selection(target.section)) {
        TRY(specs, selection_specs(target.section, selection_of(config, target.section).id));
    }
    std::string_view entry;
    if (const auto* spec = find_spec(specs, target.key)) {
        auto value = value_for(*spec, text);
        if (is_path_field(target))
            make_absolute(value, target);
        params.set(spec->key, std::move(value));
    } else if (const auto* map = map_spec_of(specs, target.key, entry)) {
        const auto* old = params.find(map->key);
        auto entries = old && old->get<ParamMap>() ? *old->get<ParamMap>() : ParamMap{};
        entries.set(entry,
                    map->kind == ParamKind::TextMap ? ParamValue(std::string(text)) : param_from_text(text));
        params.set(map->key, std::move(entries));
    } else {
        params.set(target.key, param_from_text(text));  // set_section_params names the nearest known key
    }
    return set_section_params(config, target.section, params);
}

std::string text_of(const ParamValue& value) {
    const auto* text = value.get<std::string>();
    return text ? *text : json_text(to_json(value));
}

/// "method={"id": "lora", "rank": 8}": field by field, the choice of a method first.
Result<void> apply_object(RunConfig& config, const std::string& section, const std::string& prefix,
                          const ParamMap& values) {
    for (const bool choosing : {true, false})
        for (const auto& [name, value] : values.entries) {
            const auto key = prefix + name;
            if ((key == "id") != choosing)
                continue;
            const auto specs = section_specs(section);
            const auto* inner = value.get<ParamMap>();
            if (inner && !find_spec(specs, key))
                TRY_VOID(apply_object(config, section, key + ".", *inner));
            else
                TRY_VOID(apply(config, {section, key}, text_of(value)));
        }
    return {};
}

/// A section as a whole: an object of fields.
Result<void> apply_section(RunConfig& config, const std::string& section, std::string_view text) {
    const auto value = param_from_text(text);
    if (const auto* object = value.get<ParamMap>()) {
        auto changed = config;  // all of it or nothing
        TRY_VOID(apply_object(changed, section, "", *object));
        config = std::move(changed);
        return {};
    }
    std::vector<std::string> fields;
    for (const auto& [key, known] : section_params(config, section).entries)
        fields.push_back(fmt::format("{}.{}", section, key));
    return Error{
        .code = ErrorCode::InvalidArgument,
        .message = fmt::format("'{}' is a section with several fields", section),
        .hint = fmt::format("Set them one by one, as in {}=…, or give an object in JSON. Its fields: {}.",
                            fields.front(), fmt::join(fields, ", ")),
        .field = section};
}

}  // namespace

Result<void> apply_override(RunConfig& config, std::string_view assignment) {
    const auto equals = assignment.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("'{}' does not set a field", assignment),
                     .hint = "Write section.field=value, for example method.rank=8."};
    const auto path = assignment.substr(0, equals);
    if (is_section(path))
        return apply_section(config, std::string(path), assignment.substr(equals + 1));
    TRY(const auto target, target_of(path));
    return apply(config, target, assignment.substr(equals + 1));
}

Result<void> apply_overrides(RunConfig& config, std::span<const std::string> assignments) {
    const auto chooses = [](std::string_view assignment) {
        const auto path = assignment.substr(0, assignment.find('='));
        return is_selection(path) || (path.ends_with(".id") && is_selection(path.substr(0, path.size() - 3)));
    };
    for (const bool choosing : {true, false})
        for (const auto& assignment : assignments)
            if (chooses(assignment) == choosing)
                TRY_VOID(apply_override(config, assignment));
    return {};
}

}  // namespace tunebench
