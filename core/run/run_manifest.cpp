#include "core/run/run_manifest.h"

namespace tunebench {
namespace {

constexpr std::string_view kFolderFormat = "tunebench.run-folder/1";

OrderedJson environment_to_json(const RunEnvironment& environment) {
    auto json = OrderedJson::object();
    json["tunebench_version"] = environment.tunebench_version;
    json["torch_version"] = environment.torch_version;
    json["cpu"] = environment.cpu;
    json["cores"] = environment.cores;
    json["memory_bytes"] = environment.memory_bytes;
    json["operating_system"] = environment.operating_system;
    json["hostname"] = environment.hostname;
    return json;
}

std::string text_at(const OrderedJson& object, const char* key) {
    if (!object.is_object())
        return {};
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

template <class Number>
Number number_at(const OrderedJson& object, const char* key) {
    if (!object.is_object())
        return 0;
    const auto it = object.find(key);
    if (it == object.end() || !it->is_number_integer() || *it < 0)
        return 0;
    const auto number = it->get<std::uint64_t>();
    return std::in_range<Number>(number) ? static_cast<Number>(number) : 0;
}

RunEnvironment environment_from_json(const OrderedJson& json) {
    return {.tunebench_version = text_at(json, "tunebench_version"),
            .torch_version = text_at(json, "torch_version"),
            .cpu = text_at(json, "cpu"),
            .cores = number_at<int>(json, "cores"),
            .memory_bytes = number_at<std::uint64_t>(json, "memory_bytes"),
            .operating_system = text_at(json, "operating_system"),
            .hostname = text_at(json, "hostname")};
}

Error missing(const char* key) {
    return {.code = ErrorCode::Corrupt,
            .message = std::string("'") + key + "' is missing",
            .hint = "The folder was not made by Tunebench, or its run.json is damaged.",
            .field = key};
}

}  // namespace

OrderedJson run_manifest_to_json(const RunManifest& manifest) {
    auto hashes = OrderedJson::object();
    for (const auto& [path, hash] : manifest.hashes)
        hashes[path] = hash;
    auto json = OrderedJson::object();
    json["format"] = kFolderFormat;
    json["id"] = manifest.id;
    json["created_at"] = manifest.created_at;
    json["config"] = run_config_to_json(manifest.config);
    json["environment"] = environment_to_json(manifest.environment);
    json["sha256"] = std::move(hashes);
    if (!manifest.origin.format.empty())
        json["origin"] = {{"format", manifest.origin.format},
                          {"source", manifest.origin.source},
                          {"sha256", manifest.origin.sha256}};
    return json;
}

Result<RunManifest> run_manifest_from_json(const OrderedJson& json) {
    RunManifest manifest;
    manifest.id = text_at(json, "id");
    if (manifest.id.empty())
        return missing("id");
    manifest.created_at = text_at(json, "created_at");
    const auto config = json.find("config");
    if (config == json.end() || !config->is_object())
        return missing("config");
    TRY(manifest.config, run_config_from_json(*config, "/", UnknownKeys::Keep));
    if (const auto environment = json.find("environment"); environment != json.end())
        manifest.environment = environment_from_json(*environment);
    if (const auto hashes = json.find("sha256"); hashes != json.end() && hashes->is_object())
        for (const auto& [path, hash] : hashes->items())
            if (hash.is_string())
                manifest.hashes.emplace_back(path, hash.get<std::string>());
    if (const auto origin = json.find("origin"); origin != json.end())
        manifest.origin = {.format = text_at(*origin, "format"),
                           .source = text_at(*origin, "source"),
                           .sha256 = text_at(*origin, "sha256")};
    return manifest;
}

}  // namespace tunebench
