#include <fmt/format.h>

#include "core/base/sha256.h"
#include "core/base/text_distance.h"
#include "core/run/run_paths.h"
#include "core/run/sections.h"

namespace tunebench {
namespace {

constexpr std::string_view kRunFormat = "tunebench.run/1";

Error format_error(std::string message) {
    return {.code = ErrorCode::Unsupported,
            .message = std::move(message),
            .hint = fmt::format("A run file begins with {{ \"format\": \"{}\", … }}.", kRunFormat),
            .field = "format"};
}

Result<void> check_format(const OrderedJson& json) {
    const auto it = json.find("format");
    if (it == json.end())
        return format_error("The run file does not say its format");
    if (!it->is_string() || *it != kRunFormat)
        return format_error(fmt::format("The run file's format is {}, this version reads \"{}\"",
                                        it->is_string() ? json_text(*it) : "no text", kRunFormat));
    return {};
}

Result<void> check_required(const RunConfig& config) {
    if (config.model.path.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "model.path is missing",
                     .hint = "Name the folder of the model to train.",
                     .field = "model.path"};
    if (config.data.train.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "data.train is missing",
                     .hint = "Name at least one file of training examples.",
                     .field = "data.train"};
    return {};
}

/// Keys outside the sections that are fields of the run; sections spelt wrong deserve a better message.
Result<void> refuse_unknown_section(std::string_view key) {
    std::vector<std::string> known(section_names().begin(), section_names().end());
    for (const auto& spec : section_specs("general"))
        known.emplace_back(spec.key);
    const auto near = nearest(key, known);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("'{}' is not a known field", key),
                 .hint = near.empty() ? fmt::format("Known here: {}.", fmt::join(known, ", "))
                                      : fmt::format("Did you mean '{}'?", near),
                 .field = key.empty() ? "\"\"" : std::string(key)};
}

bool is_general_field(std::string_view key) {
    for (const auto& field : general_fields())
        if (field.spec.key == key)
            return true;
    return false;
}

Result<void> read_section(RunConfig& config, const std::string& name, const OrderedJson& value,
                          UnknownKeys unknown_keys) {
    auto unknown = OrderedJson::object();
    TRY_VOID(section_from_json(config, name, value, unknown_keys, unknown));
    if (!unknown.is_object() || !unknown.empty())
        config.unknown[name] = std::move(unknown);
    return {};
}

Result<void> read_sections(RunConfig& config, const OrderedJson& json, UnknownKeys unknown_keys) {
    auto general = OrderedJson::object();
    if (const auto method = json.find("method"); method != json.end())
        TRY_VOID(read_section(config, "method", *method, unknown_keys));  // first: others follow it
    for (const auto& [key, value] : json.items()) {
        if (key == "format" || key == "method")
            continue;
        if (is_general_field(key))
            general[key] = value;
        else if (is_section(key))
            TRY_VOID(read_section(config, key, value, unknown_keys));
        else if (unknown_keys == UnknownKeys::Refuse)
            return refuse_unknown_section(key);
        else
            config.unknown[key] = value;
    }
    auto unknown = OrderedJson::object();
    TRY_VOID(section_from_json(config, "general", general, unknown_keys, unknown));
    merge_json(config.unknown, unknown);
    return {};
}

}  // namespace

Result<RunConfig> run_config_from_json(const OrderedJson& json, const std::filesystem::path& base,
                                       UnknownKeys unknown_keys) {
    if (!json.is_object())
        return format_error("A run file must hold one JSON object");
    if (unknown_keys == UnknownKeys::Refuse)
        TRY_VOID(check_format(json));
    auto config = default_run_config();
    TRY_VOID(read_sections(config, json, unknown_keys));
    if (unknown_keys == UnknownKeys::Refuse)
        TRY_VOID(check_required(config));
    make_paths_absolute(config, base);
    return config;
}

OrderedJson run_config_to_json(const RunConfig& config) {
    auto json = OrderedJson::object();
    json["format"] = kRunFormat;
    const auto general = section_to_json(config, "general");
    for (const auto* key : {"name", "seed"})
        json[key] = general[key];
    for (const auto section : section_names())
        json[std::string(section)] = section_to_json(config, section);
    merge_json(json, general);
    merge_json(json, config.unknown);
    return json;
}

std::string run_config_sha256(const RunConfig& config) {
    return sha256_hex(json_text(run_config_to_json(config)));
}

}  // namespace tunebench
