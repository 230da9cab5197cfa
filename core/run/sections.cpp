#include "core/run/sections.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/base/text_distance.h"
#include "core/params/param_check.h"
#include "core/run/selection.h"

namespace tunebench {
namespace {

constexpr std::array<std::string_view, 10> kSections = {
    "model",    "data",   "method",         "precision",  "optimizer",
    "schedule", "budget", "regularization", "evaluation", "checkpoints"};

/// unknown["early_stopping"]["patience"] for "early_stopping.patience".
void erase_dotted(OrderedJson& object, std::string_view key) {
    const auto dot = key.find('.');
    const auto it = object.find(std::string(key.substr(0, dot)));
    if (it == object.end())
        return;
    if (dot == std::string_view::npos || !it->is_object()) {
        object.erase(it);
        return;
    }
    erase_dotted(*it, key.substr(dot + 1));
    if (it->empty())
        object.erase(it);
}

/// A value that was set replaces one that was kept because it was not understood.
void forget_unknown(RunConfig& config, std::string_view section, std::span<const ParamSpec> specs) {
    auto* kept = &config.unknown;
    if (section != "general") {
        const auto it = config.unknown.find(std::string(section));
        if (it == config.unknown.end())
            return;
        kept = &*it;
    }
    if (!kept->is_object())
        *kept = OrderedJson::object();
    for (const auto& spec : specs)
        erase_dotted(*kept, spec.key);
    if (is_selection(section))
        erase_dotted(*kept, "id");
    if (kept != &config.unknown && kept->empty())
        config.unknown.erase(std::string(section));
}

Result<void> refuse_unknown_params(std::span<const ParamSpec> specs, std::string_view section,
                                   const ParamMap& params) {
    for (const auto& [key, value] : params.entries) {
        if (find_spec(specs, key) || (is_selection(section) && key == "id"))
            continue;
        std::vector<std::string> known;
        for (const auto& spec : specs)
            known.emplace_back(spec.key);
        const auto near = nearest(key, known);
        return in_section({.code = ErrorCode::InvalidArgument,
                           .message = fmt::format("{} is not a known field", key),
                           .hint = near.empty() ? fmt::format("Known here: {}.", fmt::join(known, ", "))
                                                : fmt::format("Did you mean '{}'?", near),
                           .field = key},
                          section == "general" ? "" : section);
    }
    return {};
}

Result<void> set_selection(RunConfig& config, std::string_view section, const ParamMap& params) {
    auto& selection = selection_of(config, section);
    auto id = selection.id;
    if (const auto* value = params.find("id")) {
        if (!value->get<std::string>())
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = fmt::format("{}.id must be text", section),
                         .hint = fmt::format("Known: {}.", fmt::join(known_ids(section), ", ")),
                         .field = fmt::format("{}.id", section)};
        id = *value->get<std::string>();
    }
    TRY(const auto specs, selection_specs(section, id));
    TRY_VOID(refuse_unknown_params(specs, section, params));
    TRY(auto made, make_selection(section, id, params, config.method.id));
    if (section == "method")
        set_method(config, std::move(made));
    else
        selection = std::move(made);
    forget_unknown(config, section, specs);
    return {};
}

}  // namespace

std::span<const std::string_view> section_names() {
    return kSections;
}

bool is_section(std::string_view name) {
    return std::ranges::find(kSections, name) != kSections.end();
}

std::vector<ParamSpec> section_specs(std::string_view section) {
    if (is_selection(section) || (section != "general" && !is_section(section)))
        return {};
    const RunConfig config;
    return visit_section(config, section, [](const auto& fields, const auto&) { return specs_of(fields); });
}

ParamMap section_params(const RunConfig& config, std::string_view section) {
    if (is_selection(section)) {
        const auto& selection = selection_of(config, section);
        ParamMap params;
        params.set("id", selection.id);
        for (const auto& [key, value] : selection.params.entries)
            params.set(key, value);
        return params;
    }
    return visit_section(config, section,
                         [](const auto& fields, const auto& member) { return params_from(fields, member); });
}

Result<void> set_section_params(RunConfig& config, std::string_view section, const ParamMap& params) {
    if (is_selection(section))
        return set_selection(config, section, params);
    const auto specs = section_specs(section);
    TRY_VOID(refuse_unknown_params(specs, section, params));
    TRY_VOID(visit_section(config, section, [&](const auto& fields, auto& member) -> Result<void> {
        auto read = config_from(fields, params);
        if (!read)
            return in_section(read.error(), section == "general" ? "" : section);
        member = *std::move(read);
        return {};
    }));
    forget_unknown(config, section, specs);
    return {};
}

}  // namespace tunebench
