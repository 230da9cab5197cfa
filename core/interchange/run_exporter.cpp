#include "core/interchange/run_exporter.h"

#include <array>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/file_errors.h"

#define add(name) \
    namespace tunebench::name##_export { \
        const RunExporter& exporter(); \
    }
#include "core/interchange/exporters.def"
#undef add

namespace tunebench {
namespace {

namespace fs = std::filesystem;

Result<void> make_new_folder(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder, error) && !fs::is_empty(folder, error))
        return Error{ErrorCode::InvalidArgument, fmt::format("{} exists and is not empty.", folder.string()),
                     "Give a new folder; nothing that exists is overwritten."};
    fs::create_directories(folder, error);
    if (error)
        return file_error(error.value(), "create", folder);
    return {};
}

void flatten(const OrderedJson& json, const std::string& prefix,
             std::vector<std::pair<std::string, OrderedJson>>& to) {
    for (const auto& [key, value] : json.items()) {
        const auto name = prefix.empty() ? key : prefix + "." + key;
        if (value.is_object() && !value.empty())
            flatten(value, name, to);
        else
            to.emplace_back(name, value);
    }
}

}  // namespace

std::span<const RunExporter* const> all_run_exporters() {
    static const std::array exporters = {
#define add(name) &name##_export::exporter(),
#include "core/interchange/exporters.def"
#undef add
    };
    return exporters;
}

const RunExporter* find_run_exporter(std::string_view id) {
    for (const auto* exporter : all_run_exporters())
        if (exporter->id == id)
            return exporter;
    return nullptr;
}

Result<ExportedRun> exported_run(HistoryReader& reader, const std::string& run_id) {
    ExportedRun run;
    TRY(run.details, reader.run(run_id));
    TRY(const auto metrics, reader.metrics(run.details.summary.id));
    for (const auto& metric : metrics) {
        TRY(auto points, reader.metric(run.details.summary.id, metric));
        run.curves.push_back({metric, std::move(points)});
    }
    return run;
}

Result<void> export_text(const RunExporter& exporter, HistoryReader& reader,
                         std::span<const std::string> run_ids,
                         const std::function<Result<void>(std::string_view)>& take) {
    TRY_VOID(take(exporter.header));
    for (const auto& id : run_ids) {
        TRY(const auto run, exported_run(reader, id));
        TRY_VOID(take(exporter.text(run)));
    }
    return {};
}

Result<void> export_runs(const RunExporter& exporter, HistoryReader& reader,
                         std::span<const std::string> run_ids, const fs::path& out) {
    if (exporter.text) {
        TRY(auto file, DurableFileWriter::open(out));
        TRY_VOID(
            export_text(exporter, reader, run_ids, [&](std::string_view text) { return file.append(text); }));
        return file.commit();
    }
    TRY_VOID(make_new_folder(out));
    for (const auto& id : run_ids) {
        TRY(const auto run, exported_run(reader, id));
        TRY_VOID(exporter.write(run, out));
    }
    return {};
}

std::vector<std::pair<std::string, OrderedJson>> flat_settings(const RunManifest& manifest) {
    const auto config = run_config_to_json(manifest.config);
    std::vector<std::pair<std::string, OrderedJson>> settings;
    const auto imported = config.find("imported");
    const bool is_imported = !manifest.origin.format.empty();
    if (is_imported && imported != config.end())
        flatten(*imported, "", settings);
    if (!is_imported)
        flatten(config, "", settings);
    return settings;
}

}  // namespace tunebench
