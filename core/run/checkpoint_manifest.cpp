#include "core/run/checkpoint_manifest.h"

#include <fmt/format.h>

#include "core/jobs/exact_number.h"

namespace tunebench {
namespace {

constexpr std::string_view kCheckpointFormat = "tunebench.checkpoint/1";

Result<CheckpointFile> file_from_json(const Json& json) {
    CheckpointFile file;
    TRY(file.name, json_string(json, "name"));
    TRY(const auto bytes, json_integer(json, "bytes"));
    TRY(file.sha256, json_string(json, "sha256"));
    if (bytes < 0)
        return Error{.code = ErrorCode::Corrupt, .message = "'bytes' is negative", .field = "bytes"};
    if (file.name.empty() || file.name.find('/') != std::string::npos || file.name.starts_with("."))
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("'{}' is not the name of a checkpoint's file", file.name),
                     .field = "name"};
    file.bytes = static_cast<std::uint64_t>(bytes);
    return file;
}

}  // namespace

OrderedJson checkpoint_manifest_to_json(const CheckpointManifest& manifest) {
    auto files = OrderedJson::array();
    for (const auto& file : manifest.files) {
        auto entry = OrderedJson::object();
        entry["name"] = file.name;
        entry["bytes"] = file.bytes;
        entry["sha256"] = file.sha256;
        files.push_back(std::move(entry));
    }
    auto json = OrderedJson::object();
    json["format"] = kCheckpointFormat;
    json["step"] = manifest.step;
    json["run_id"] = manifest.run_id;
    json["validation_loss"] =
        manifest.validation_loss ? exact_number(*manifest.validation_loss) : OrderedJson();
    json["is_best"] = manifest.is_best;
    json["created_at"] = manifest.created_at;
    json["files"] = std::move(files);
    return json;
}

Result<CheckpointManifest> checkpoint_manifest_from_json(const Json& json) {
    TRY(const auto format, json_string(json, "format"));
    if (format != kCheckpointFormat)
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("the checkpoint's format is '{}', this version reads '{}'",
                                            format, kCheckpointFormat),
                     .hint = "Use the version of Tunebench that wrote it.",
                     .field = "format"};
    CheckpointManifest manifest;
    TRY(manifest.step, json_integer(json, "step"));
    TRY(manifest.run_id, json_string(json, "run_id"));
    if (const auto* loss = find_member(json, "validation_loss"); loss && !loss->is_null()) {
        TRY(manifest.validation_loss, number_from(*loss, "validation_loss"));
    }
    TRY(manifest.is_best, json_boolean(json, "is_best"));
    TRY(manifest.created_at, json_string(json, "created_at"));
    TRY(const auto* files, json_array(json, "files"));
    for (const auto& entry : *files) {
        TRY(auto file, file_from_json(entry));
        manifest.files.push_back(std::move(file));
    }
    return manifest;
}

}  // namespace tunebench
