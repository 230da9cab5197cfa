#include "core/run/changed_config.h"

#include <fmt/format.h>

#include "core/run/sections.h"

namespace tunebench {
namespace {

/// The method first: the default of the learning rate follows it.
Result<void> choose(RunConfig& config, const OrderedJson& changes) {
    for (const auto* section : {"method", "optimizer", "schedule"}) {
        const auto found = changes.find(section);
        if (found == changes.end() || !found->is_object())
            continue;
        if (const auto id = found->find("id"); id != found->end() && id->is_string())
            TRY_VOID(apply_override(config, fmt::format("{}.id={}", section, id->get<std::string>())));
    }
    return {};
}

/// Values that are maps are replaced as a whole where merging would keep entries of before.
void put(OrderedJson& json, const OrderedJson& changes) {
    for (const auto& [section, fields] : changes.items()) {
        if (!fields.is_object() || !json[section].is_object())
            json[section] = fields;
        else
            for (const auto& [key, value] : fields.items())
                if (key == "columns")
                    json[section][key] = value;
                else
                    merge_json(json[section], OrderedJson{{key, value}});
    }
}

}  // namespace

Result<RunConfig> changed_config(const RunConfig& base, const OrderedJson& changes,
                                 const std::filesystem::path& folder, UnknownKeys unknown_keys) {
    auto config = base;
    TRY_VOID(choose(config, changes));
    auto json = run_config_to_json(config);
    put(json, changes);
    return run_config_from_json(json, folder, unknown_keys);
}

OrderedJson nested(std::string_view dotted_key, OrderedJson value) {
    const auto dot = dotted_key.rfind('.');
    const std::string last(dot == std::string_view::npos ? dotted_key : dotted_key.substr(dot + 1));
    OrderedJson object = OrderedJson::object();
    object[last] = std::move(value);
    return dot == std::string_view::npos ? object : nested(dotted_key.substr(0, dot), std::move(object));
}

}  // namespace tunebench
