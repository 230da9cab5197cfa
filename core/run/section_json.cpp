#include <fmt/format.h>

#include "core/params/param_check.h"
#include "core/run/sections.h"
#include "core/run/selection.h"

namespace tunebench {
namespace {

std::string_view message_section(std::string_view section) {
    return section == "general" ? std::string_view() : section;
}

/// Puts `value` under its dotted key.
void keep(OrderedJson& unknown, std::string_view key, const ParamValue& value) {
    ParamMap one;
    one.set(key, value);
    merge_json(unknown, group_to_json(one));
}

/// The values that the specs accept; others are an error, or kept in `unknown`.
Result<ParamMap> acceptable(std::span<const ParamSpec> specs, const ParamMap& values,
                            std::string_view section, UnknownKeys unknown_keys, OrderedJson& unknown) {
    ParamMap accepted;
    for (const auto& [key, value] : values.entries) {
        auto checked = checked_value(*find_spec(specs, key), value);
        if (checked)
            accepted.set(key, *std::move(checked));
        else if (unknown_keys == UnknownKeys::Keep)
            keep(unknown, key, value);
        else
            return in_section(checked.error(), message_section(section));
    }
    return accepted;
}

Result<void> read_selection(RunConfig& config, std::string_view section, OrderedJson json,
                            UnknownKeys unknown_keys, OrderedJson& unknown) {
    auto& selection = selection_of(config, section);
    const auto named = json.find("id");
    const auto id = named == json.end() ? OrderedJson(selection.id) : *named;
    if (!id.is_string() && unknown_keys == UnknownKeys::Keep) {
        unknown = std::move(json);
        return {};
    }
    if (!id.is_string())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("{}.id must be text", section),
                     .hint = fmt::format("Known: {}.", fmt::join(known_ids(section), ", ")),
                     .field = fmt::format("{}.id", section)};
    if (named != json.end())
        json.erase(named);
    const auto specs = selection_specs(section, id.get<std::string>());
    if (!specs && unknown_keys == UnknownKeys::Refuse)
        return specs.error();
    if (!specs) {
        selection = {.id = id.get<std::string>()};
        unknown = std::move(json);
        return {};
    }
    TRY(auto group, group_from_json(*specs, json, section, unknown_keys));
    unknown = std::move(group.unknown);
    TRY(const auto accepted, acceptable(*specs, group.values, section, unknown_keys, unknown));
    TRY(auto made, make_selection(section, id.get<std::string>(), accepted, config.method.id));
    if (section == "method")
        set_method(config, std::move(made));
    else
        selection = std::move(made);
    return {};
}

Result<void> read_fields(RunConfig& config, std::string_view section, const OrderedJson& json,
                         UnknownKeys unknown_keys, OrderedJson& unknown) {
    const auto specs = section_specs(section);
    TRY(auto group, group_from_json(specs, json, message_section(section), unknown_keys));
    unknown = std::move(group.unknown);
    TRY(const auto accepted, acceptable(specs, group.values, section, unknown_keys, unknown));
    return visit_section(config, section, [&](const auto& fields, auto& member) -> Result<void> {
        TRY(member, config_from(fields, accepted));
        return {};
    });
}

/// `train` may be one path.
Result<void> read_data(RunConfig& config, OrderedJson json, UnknownKeys unknown_keys, OrderedJson& unknown) {
    if (const auto it = json.find("train"); it != json.end() && it->is_string())
        *it = OrderedJson::array({*it});
    return read_fields(config, "data", json, unknown_keys, unknown);
}

}  // namespace

void merge_json(OrderedJson& target, const OrderedJson& extra) {
    if (!target.is_object() || !extra.is_object()) {
        target = extra;
        return;
    }
    for (const auto& [key, value] : extra.items()) {
        const auto it = target.find(key);
        if (it == target.end())
            target[key] = value;
        else
            merge_json(*it, value);
    }
}

Result<void> section_from_json(RunConfig& config, std::string_view section, const OrderedJson& json,
                               UnknownKeys unknown_keys, OrderedJson& unknown) {
    if (!json.is_object() && unknown_keys == UnknownKeys::Keep) {
        unknown = json;
        return {};
    }
    if (!json.is_object())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("'{}' must be an object", section),
                     .hint = "Write { \"field\": value, … }.",
                     .field = std::string(section)};
    if (is_selection(section))
        return read_selection(config, section, json, unknown_keys, unknown);
    if (section == "data")
        return read_data(config, json, unknown_keys, unknown);
    return read_fields(config, section, json, unknown_keys, unknown);
}

OrderedJson section_to_json(const RunConfig& config, std::string_view section) {
    auto params = section_params(config, section);
    if (section == "data")
        params.set("train", with_maps_of_files(*params.find("train")));
    auto json = group_to_json(params);
    if (section == "precision" && config.precision.quantization_settings() == QuantizationSettings{})
        json["quantization"] = quantization_name(QuantizationType::None);
    return json;
}

}  // namespace tunebench
