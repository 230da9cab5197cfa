#include "core/run/preset_file.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/durable_file.h"
#include "core/run/sections.h"

namespace tunebench {
namespace {

constexpr std::string_view kPresetFormat = "tunebench.preset/1";
constexpr std::size_t kMostBytes = std::size_t{64} << 10;
constexpr std::size_t kLongestTitle = 80;  // characters; it stands in menus
constexpr std::size_t kLongestReason = 600;

/// Fields that are about files. The rest of their sections may be set.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kFiles = {
    {{"model", "path"}, {"model", "adapter"}, {"data", "train"}, {"data", "validation"}}};

Error wrong(std::string message, std::string field) {
    return {.code = ErrorCode::InvalidArgument,
            .message = std::move(message),
            .hint = "Presets that come with Tunebench show what one looks like.",
            .field = std::move(field)};
}

std::size_t characters_of(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool has_control_characters(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

Result<void> check_line(std::string_view text, std::string_view field, std::size_t longest) {
    if (has_control_characters(text) || characters_of(text) > longest)
        return wrong(fmt::format("'{}' must be one line of at most {} characters", field, longest),
                     std::string(field));
    return {};
}

Result<void> check_settings(const OrderedJson& settings) {
    if (!settings.is_object())
        return wrong("'set' must be an object with sections of a run file", "set");
    for (const auto& [section, fields] : settings.items())
        if (is_section(section) && !fields.is_object())
            return wrong(fmt::format("'set.{}' must be an object", section), "set." + section);
    for (const auto& [section, key] : kFiles)
        if (const auto it = settings.find(std::string(section)); it != settings.end() && it->contains(key))
            return wrong(fmt::format("A preset names no files, and this one sets {}.{}", section, key),
                         fmt::format("set.{}.{}", section, key));
    return {};
}

Result<void> check_preset_format(const OrderedJson& json) {
    if (json.is_object() && json.value("format", OrderedJson()) == kPresetFormat)
        return {};
    return Error{.code = ErrorCode::Unsupported,
                 .message = "this is no preset of Tunebench",
                 .hint = fmt::format("A preset begins with {{ \"format\": \"{}\", … }}.", kPresetFormat),
                 .field = "format"};
}

Result<std::string> text_member(const OrderedJson& json, const char* key) {
    const auto it = json.find(key);
    if (it == json.end() || !it->is_string())
        return wrong(fmt::format("'{}' must be text", key), key);
    return it->get<std::string>();
}

Result<void> check_preset(const RunPreset& preset) {
    TRY_VOID(check_line(preset.title, "title", kLongestTitle));
    TRY_VOID(check_line(preset.reason, "reason", kLongestReason));
    if (preset.title.empty())
        return wrong("A preset needs a title", "title");
    if (preset.group != "goal" && preset.group != "memory" && preset.group != "own")
        return wrong("'group' must be goal, memory or own", "group");
    return check_settings(preset.settings);
}

Result<RunPreset> preset_from_json(const OrderedJson& json) {
    TRY_VOID(check_preset_format(json));
    RunPreset preset;
    TRY(preset.title, text_member(json, "title"));
    TRY(preset.reason, text_member(json, "reason"));
    if (json.contains("group")) {
        TRY(preset.group, text_member(json, "group"));
    }
    if (const auto it = json.find("position"); it != json.end() && it->is_number_integer())
        preset.position = it->get<std::int64_t>();
    if (const auto it = json.find("set"); it != json.end())
        preset.settings = *it;
    TRY_VOID(check_preset(preset));
    return preset;
}

Result<RunPreset> preset_from_text(std::string_view text, const std::string& source) {
    TRY(const auto json, parse_run_json(text, source));
    auto preset = preset_from_json(json);
    if (!preset)
        return in_source(preset.error(), source);
    return preset;
}

OrderedJson preset_to_json(const RunPreset& preset) {
    auto json = OrderedJson::object();
    json["format"] = kPresetFormat;
    json["title"] = preset.title;
    json["reason"] = preset.reason;
    json["group"] = preset.group;
    json["position"] = preset.position;
    json["set"] = preset.settings;
    return json;
}

}  // namespace

Result<RunPreset> read_preset_file(const std::filesystem::path& file) {
    TRY(const auto text, read_file(file, kMostBytes));
    TRY(auto preset, preset_from_text(text, file.string()));
    preset.name = file.stem().string();
    return preset;
}

Result<std::string> preset_text(const RunPreset& preset) {
    TRY_VOID(check_preset(preset));
    auto text = json_text(preset_to_json(preset), 2) + "\n";
    if (text.size() > kMostBytes)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("The preset takes up {}; a preset's file may have {}",
                                            format_bytes(text.size()), format_bytes(kMostBytes)),
                     .hint = "Take long lists or texts out of the settings, or save a run file instead."};
    return text;
}

}  // namespace tunebench
