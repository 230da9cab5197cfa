#include "core/run/run_fields.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/params/param_codec.h"
#include "core/params/param_json.h"
#include "core/run/sections.h"
#include "core/run/selection.h"

namespace tunebench {
namespace {

/// "off, on, default off"; of numbers the range.
std::string values_of(const ParamSpec& spec) {
    std::vector<std::string> parts;
    for (const Choice& choice : spec.choices)
        parts.emplace_back(choice.id);
    if (spec.kind == ParamKind::Bool)
        parts = {"on", "off"};
    if (spec.kind == ParamKind::Integer || spec.kind == ParamKind::Real)
        parts.push_back(range_text(spec));
    if (const auto standard = param_text(spec.default_value); !spec.required && !standard.empty())
        parts.push_back("default " + standard);
    return fmt::format("{}", fmt::join(parts, ", "));
}

RunField field_of(std::string_view section, const ParamSpec& spec) {
    return {.name = section.empty() ? std::string(spec.key) : fmt::format("{}.{}", section, spec.key),
            .help = std::string(spec.help),
            .effect = std::string(spec.effect),
            .details = std::string(spec.details),
            .values = values_of(spec),
            .unit = std::string(spec.unit),
            .kind = spec.kind};
}

RunField id_field(std::string_view section) {
    return {.name = fmt::format("{}.id", section),
            .help = fmt::format("Which {} the run uses.", section),
            .effect = fmt::format("Another {} brings its own settings, at their defaults.", section),
            .values = fmt::format("{}", fmt::join(known_ids(section), ", "))};
}

/// Methods that say the same of a field share it.
void add_choice(std::vector<RunField>& fields, RunField field, const std::string& id) {
    const auto same = std::ranges::find_if(fields, [&](const RunField& known) {
        field.choices = known.choices;
        return known == field;
    });
    if (same != fields.end()) {
        same->choices.push_back(id);
        return;
    }
    field.choices = {id};
    fields.push_back(std::move(field));
}

}  // namespace

std::vector<RunField> run_fields() {
    std::vector<RunField> fields;
    for (const ParamSpec& spec : section_specs("general"))
        fields.push_back(field_of("", spec));
    for (const auto section : section_names()) {
        for (const ParamSpec& spec : section_specs(section))
            fields.push_back(field_of(section, spec));
        if (!is_selection(section))
            continue;
        fields.push_back(id_field(section));
        for (const auto& id : known_ids(section))
            if (const auto specs = selection_specs(section, id))
                for (const ParamSpec& spec : *specs)
                    add_choice(fields, field_of(section, spec), id);
    }
    return fields;
}

}  // namespace tunebench
