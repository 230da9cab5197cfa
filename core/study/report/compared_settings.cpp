#include "core/study/report/compared_settings.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tunebench {
namespace {

using FlatConfig = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kImportedSetting = "imported.";

void flatten_setting(const OrderedJson& json, const std::string& key, FlatConfig& flat) {
    if (!json.is_object() || json.empty()) {
        flat.emplace_back(key, json.is_string() ? json.get<std::string>() : json_text(json));
        return;
    }
    for (const auto& [name, value] : json.items())
        flatten_setting(value, key.empty() ? name : key + "." + name, flat);
}

/// The path of the model is taken over from the other program's settings when they have one.
bool is_known_of_imported(const std::string& key, const std::string& value) {
    return key.starts_with(kImportedSetting) || (key == "model.path" && !value.empty());
}

FlatConfig settings_of(const SettingsOfRun& run) {
    auto json = run_config_to_json(*run.config);
    json.erase("format");
    json.erase("name");
    FlatConfig flat;
    flatten_setting(json, "", flat);
    if (run.is_imported)
        std::erase_if(
            flat, [](const auto& setting) { return !is_known_of_imported(setting.first, setting.second); });
    return flat;
}

/// In the order of the first run that has them.
std::vector<ComparedSetting> all_settings(const std::vector<SettingsOfRun>& runs) {
    std::vector<ComparedSetting> settings;
    std::map<std::string, std::size_t> places;
    for (std::size_t run = 0; run < runs.size(); ++run)
        for (auto& [key, value] : settings_of(runs[run])) {
            const auto [place, is_new] = places.emplace(key, settings.size());
            if (is_new)
                settings.push_back(
                    {.key = key, .values = std::vector<std::optional<std::string>>(runs.size())});
            settings[place->second].values[run] = std::move(value);
        }
    return settings;
}

bool is_unknown(const ComparedSetting& setting, std::size_t run, bool is_imported) {
    return is_imported && !setting.values[run] && !setting.key.starts_with(kImportedSetting);
}

}  // namespace

ComparedSettings compare_settings(const std::vector<SettingsOfRun>& runs) {
    ComparedSettings compared;
    for (auto& setting : all_settings(runs)) {
        std::vector<std::optional<std::string>> known;
        for (std::size_t run = 0; run < runs.size(); ++run)
            if (!is_unknown(setting, run, runs[run].is_imported))
                known.push_back(setting.values[run]);
        if (std::ranges::any_of(known, [&](const auto& value) { return value != known.front(); }))
            compared.differing.push_back(std::move(setting));
        else if (known.size() < runs.size())
            compared.unknown.push_back(std::move(setting));
    }
    return compared;
}

std::string setting_text(const ComparedSetting& setting, std::size_t run, bool is_imported) {
    return setting.values[run].value_or(is_unknown(setting, run, is_imported) ? "unknown" : "-");
}

std::string setting_text(const RunComparison& comparison, const ComparedSetting& setting,
                         const SeedGroup& group) {
    std::vector<std::string> texts;
    for (const auto run : group.runs) {
        auto text = setting_text(setting, run, comparison.is_imported(run));
        if (std::ranges::find(texts, text) == texts.end())
            texts.push_back(std::move(text));
    }
    return fmt::format("{}", fmt::join(texts, ", "));
}

}  // namespace tunebench
