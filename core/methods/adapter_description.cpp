#include "core/methods/adapter_description.h"

#include <array>

#include <fmt/format.h>

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOwnFile = kAdapterConfigFile;                         // PEFT and AdapterHub
constexpr std::array kConfigFiles = {kOwnFile, std::string_view("config.json")};  // the latter: pyreft

bool is_file(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

void recognise(AdapterDescription& described) {
    for (const auto* method : all_methods())
        for (const auto& format : method->adapter_formats)
            if (!described.method && format.recognises && format.recognises(described.config)) {
                described.method = method;
                described.format = &format;
            }
}

std::string type_of(const Json& config) {
    for (const auto* key : {"peft_type", "architecture", "model_type"})
        if (const auto type = json_string(config, key))
            return *type;
    return "an unknown type";
}

}  // namespace

std::string AdapterDescription::base_model() const {
    for (const auto* key : {"base_model_name_or_path", "model_name"})
        if (const auto name = json_string(config, key))
            return *name;
    return {};
}

bool has_adapter_config(const fs::path& folder) {
    return is_file(folder / kOwnFile) || describe_adapter(folder).has_value();
}

Result<AdapterDescription> describe_adapter(const fs::path& folder) {
    std::string unknown;
    for (const auto name : kConfigFiles) {
        if (!is_file(folder / name))
            continue;
        AdapterDescription described{.config_file = folder / name};
        TRY(described.config, read_json_file(described.config_file));
        recognise(described);
        if (described.method)
            return described;
        if (name == kOwnFile)
            unknown = type_of(described.config);
    }
    if (!unknown.empty())
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("{} holds an adapter of type {}, which this version cannot read",
                                            folder.string(), unknown),
                     .hint = "Use an adapter of another type, for example LoRA."};
    return Error{.code = ErrorCode::NotFound,
                 .message = fmt::format("{} holds no adapter", folder.string()),
                 .hint = "Choose a folder with adapter_config.json."};
}

}  // namespace tunebench
