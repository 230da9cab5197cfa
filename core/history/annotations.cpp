#include "core/history/annotations.h"

#include "core/base/durable_file.h"
#include "core/base/json.h"

namespace tunebench {
namespace {

constexpr JsonLimits kLimits = {.max_bytes = std::size_t{16} << 20, .max_depth = 4, .max_values = 100};

std::filesystem::path annotations_file(const std::filesystem::path& run_folder) {
    return run_folder / "annotations.json";
}

}  // namespace

Result<std::optional<Annotations>> read_annotations(const std::filesystem::path& run_folder) {
    const auto json = read_json_file(annotations_file(run_folder), kLimits);
    if (!json && json.error().code == ErrorCode::NotFound)
        return std::optional<Annotations>();
    if (!json)
        return json.error();
    Annotations annotations;
    TRY(annotations.name, json_string(*json, "name"));
    TRY(annotations.tags, json_string(*json, "tags"));
    TRY(annotations.notes, json_string(*json, "notes"));
    TRY(annotations.archived, json_boolean(*json, "archived"));
    TRY(const auto starred, optional_boolean(*json, "starred"));
    annotations.starred = starred.value_or(false);
    return std::optional<Annotations>(std::move(annotations));
}

Result<void> write_annotations(const std::filesystem::path& run_folder, const Annotations& annotations) {
    OrderedJson json = OrderedJson::object();
    json["name"] = annotations.name;
    json["tags"] = annotations.tags;
    json["notes"] = annotations.notes;
    json["archived"] = annotations.archived;
    json["starred"] = annotations.starred;
    return write_file_durably(annotations_file(run_folder), json_text(json, 2) + "\n");
}

}  // namespace tunebench
