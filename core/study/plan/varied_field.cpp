#include "core/study/plan/varied_field.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/params/param_check.h"
#include "core/params/param_json.h"
#include "core/run/sections.h"
#include "core/run/selection.h"

namespace tunebench {
namespace {

bool is_list(ParamKind kind) {
    return kind == ParamKind::RealList || kind == ParamKind::TextList || kind == ParamKind::TextOrList ||
           kind == ParamKind::Files;
}

bool is_map(ParamKind kind) {
    return kind == ParamKind::TextMap || kind == ParamKind::NumberMap;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\n");
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin);
}

/// Without empty parts.
std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(separator);
        if (const auto part = trimmed(text.substr(0, end)); !part.empty())
            parts.push_back(part);
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

ParamValue list_from(ParamKind kind, std::string_view text) {
    const auto parts = split(text, ',');
    if (kind == ParamKind::TextOrList && parts.size() == 1)
        return std::string(parts.front());
    ParamList list;
    for (const auto part : parts)
        list.push_back(kind == ParamKind::RealList ? param_from_text(part) : ParamValue(std::string(part)));
    return list;
}

ParamValue value_from(const ParamSpec& spec, std::string_view text) {
    if (is_list(spec.kind) && !text.starts_with('['))
        return list_from(spec.kind, text);
    if (spec.kind == ParamKind::Bool && (text == "on" || text == "off"))
        return text == "on";
    if (spec.kind == ParamKind::Text || spec.kind == ParamKind::Choice)
        return std::string(text);
    return param_from_text(text);
}

std::string value_text(const ParamValue& value) {
    if (const auto* text = value.get<std::string>())
        return *text;
    if (const auto* flag = value.get<bool>())
        return *flag ? "on" : "off";
    const auto* list = value.get<ParamList>();
    if (!list)
        return json_text(to_json(value));
    std::vector<std::string> parts;
    for (const auto& entry : *list)
        parts.push_back(value_text(entry));
    return fmt::format("{}", fmt::join(parts, ", "));
}

void add_section(std::vector<VariableField>& fields, std::string_view section, const RunConfig& config) {
    if (section == "optimizer" || section == "schedule")
        fields.push_back({.key = fmt::format("{}.id", section),
                          .spec = {.key = "id",
                                   .label = section == "optimizer" ? "Optimizer" : "Schedule",
                                   .help = "Which of them the run uses."},
                          .ids = known_ids(section)});
    auto specs = section_specs(section);
    if (is_selection(section)) {
        const auto& id = selection_of(config, section).id;
        if (section == "optimizer") {
            std::ranges::copy(optimizer_specs(id, config.method.id), std::back_inserter(specs));
        } else if (const auto own = selection_specs(section, id)) {
            specs.insert(specs.end(), own->begin(), own->end());
        }
    }
    for (auto& spec : specs)
        fields.push_back({.key = fmt::format("{}.{}", section, spec.key), .spec = std::move(spec)});
}

}  // namespace

std::vector<VariableField> variable_fields(const RunConfig& config) {
    std::vector<VariableField> fields;
    for (const auto* section : {"method", "optimizer", "schedule"})
        add_section(fields, section, config);
    for (const auto section : section_names())
        if (!is_selection(section))
            add_section(fields, section, config);
    return fields;
}

Result<std::vector<ParamValue>> values_from_text(const ParamSpec& spec, std::string_view text) {
    std::vector<ParamValue> values;
    for (const auto part : split(text, is_list(spec.kind) || is_map(spec.kind) ? ';' : ',')) {
        TRY(auto value, checked_value(spec, value_from(spec, part)));
        values.push_back(std::move(value));
    }
    return values;
}

std::string values_text(const ParamSpec& spec, const std::vector<ParamValue>& values) {
    std::vector<std::string> parts;
    for (const auto& value : values)
        parts.push_back(value_text(value));
    return fmt::format("{}", fmt::join(parts, is_list(spec.kind) || is_map(spec.kind) ? "; " : ", "));
}

}  // namespace tunebench
