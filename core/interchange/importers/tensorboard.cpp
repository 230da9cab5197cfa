// A folder that holds event files directly is a run, as TensorBoard sees it; several files in it are one run
// that was started again. A file that is named alone is a run as well.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/formats/event_message.h"
#include "core/formats/record_file.h"
#include "core/interchange/run_importer.h"

namespace tunebench::tensorboard_import {
namespace {

bool is_event_file(const std::filesystem::path& file) {
    return file.filename().string().find("tfevents") != std::string::npos;
}

/// Relative to the folder that was named, which is itself called by its own name.
std::string run_name(const std::filesystem::path& folder, const std::filesystem::path& root) {
    const auto relative = folder.lexically_relative(root);
    return (relative == "." ? root.filename() : relative).string();
}

std::vector<ImportSource> find(const ImportPlace& place) {
    std::vector<ImportSource> sources;
    for (const auto& file : place.files) {
        if (!is_event_file(file))
            continue;
        const auto folder = file.parent_path();
        if (!place.is_folder)
            sources.push_back({nullptr, file, {file}, folder.filename().string()});
        else if (!sources.empty() && sources.back().path == folder)
            sources.back().files.push_back(file);
        else
            sources.push_back({nullptr, folder, {file}, run_name(folder, place.root)});
    }
    return sources;
}

void add_settings(const EventMessage& event, ImportedRun& run) {
    for (const auto& [name, parameter] : event.hyperparameters)
        std::visit([&, &key = name](const auto& value) { run.settings[key] = value; }, parameter);
}

Result<void> add_event(const EventMessage& event, ImportedRun& run) {
    add_settings(event, run);
    if (event.scalars.empty())
        return {};
    const bool has_time = std::isfinite(event.wall_time) && event.wall_time > 0.0;
    if (has_time && !run.began)
        run.began = event.wall_time;
    for (const auto& [tag, value] : event.scalars)
        TRY_VOID(run.add(tag, event.step, value));
    if (has_time)
        run.steps[event.step].seconds = std::max(0.0, event.wall_time - *run.began);
    return {};
}

Result<void> read_file_of_events(const std::filesystem::path& file, ImportedRun& run) {
    TRY(auto records, RecordReader::open(file));
    std::size_t foreign = 0;
    while (true) {
        TRY(const auto record, records.next());
        if (!record)
            break;
        if (const auto event = parse_event_message(*record))
            TRY_VOID(add_event(*event, run));
        else
            ++foreign;
    }
    const auto name = file.filename().string();
    if (!records.remarks().empty())
        run.remarks.push_back(fmt::format("{}: {}", name, records.remarks()));
    if (foreign > 0)
        run.remarks.push_back(fmt::format("{}: {} records are no events and were left out", name, foreign));
    return {};
}

Result<ImportedRun> read(const ImportSource& source) {
    ImportedRun run;
    run.name = source.name;
    for (const auto& file : source.files)
        TRY_VOID(read_file_of_events(file, run));
    return run;
}

}  // namespace

const RunImporter& importer() {
    static const RunImporter importer = {
        .id = "tensorboard", .title = "TensorBoard event files", .find = find, .read = read};
    return importer;
}

}  // namespace tunebench::tensorboard_import
