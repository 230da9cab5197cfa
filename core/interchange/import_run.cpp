#include "core/interchange/import_run.h"

#include <chrono>
#include <limits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/history/run_labels.h"
#include "core/interchange/unix_time.h"
#include "core/jobs/run_event_json.h"
#include "core/run/run_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kIdDigits = 8;

Result<std::string> sha256_of_files(const std::vector<fs::path>& files) {
    Sha256 all;
    for (const auto& file : files) {
        TRY(const auto hash, sha256_of_file(file));
        all.update(hash);
    }
    return all.hex();
}

/// The run's folder, when there is one of that id.
std::optional<fs::path> folder_of(const fs::path& data_folder, const std::string& id) {
    std::error_code error;
    for (fs::directory_iterator it(data_folder / "runs", error), end; !error && it != end;
         it.increment(error))
        if (it->path().filename().string().ends_with("-" + id))
            return it->path();
    return {};
}

/// The settings of a run that others made are not ours: they stand apart, and so do their names.
RunConfig config_of(const ImportedRun& run) {
    RunConfig config = default_run_config();
    config.general.name = run.name;
    config.method = {.id = "imported"};
    config.unknown["imported"] = run.settings;
    for (const char* key : {"model", "model_name", "model_name_or_path"})
        if (const auto model = run.settings.find(key); model != run.settings.end() && model->is_string())
            config.model.path = model->get<std::string>();
    return config;
}

double began(const ImportedRun& run, const ImportSource& source) {
    if (run.began)
        return *run.began;
    std::error_code error;
    const auto time = fs::last_write_time(source.files.front(), error);
    const auto system = std::chrono::file_clock::to_sys(time);
    return error ? 0.0 : std::chrono::duration<double>(system.time_since_epoch()).count();
}

/// The lines of events.jsonl.
class EventText {
public:
    explicit EventText(std::string time) : time_(std::move(time)) {}
    void add(const RunEvent& event) { text_ += run_event_to_line(event, time_) + "\n"; }
    const std::string& text() const { return text_; }

private:
    std::string time_;
    std::string text_ = {};
};

RunFinished finished_of(const ImportedRun& run,
                        const std::map<std::string, std::string, std::less<>>& names) {
    RunFinished finished{.cause = ExitCause::Completed,
                         .step = run.steps.rbegin()->first,
                         .training_loss = std::numeric_limits<double>::quiet_NaN(),
                         .seconds = run.steps.rbegin()->second.seconds};
    for (const auto& [number, step] : run.steps)
        for (const auto& [theirs, value] : step.values)
            if (names.find(theirs)->second == "loss")
                finished.training_loss = value;
    return finished;
}

std::string events_of(const ImportedRun& run, const std::map<std::string, std::string, std::less<>>& names,
                      const std::string& time) {
    EventText events(time);
    events.add(RunStarted{.total_steps = run.steps.rbegin()->first});
    for (const auto& [number, step] : run.steps) {
        MetricsMeasured measured{.step = number, .elapsed_seconds = step.seconds};
        for (const auto& [theirs, value] : step.values)
            measured.values.emplace_back(names.find(theirs)->second, value);
        events.add(measured);
    }
    for (const auto& remark : run.remarks)
        events.add(RunWarning{.message = "Imported in part: " + remark});
    events.add(finished_of(run, names));
    return events.text();
}

Result<RunFolder> folder_for(const fs::path& data_folder, const RunManifest& manifest) {
    if (const auto existing = folder_of(data_folder, manifest.id))
        return RunFolder::open(*existing);
    return RunFolder::create(data_folder, manifest);
}

}  // namespace

Result<ImportOutcome> import_run(const fs::path& data_folder, const ImportSource& source) {
    TRY(const auto hash, sha256_of_files(source.files));
    RunManifest manifest{
        .environment = {},
        .origin = {
            .format = std::string(source.importer->id), .source = source.path.string(), .sha256 = hash}};
    manifest.id =
        sha256_hex(fmt::format("{}\n{}\n{}", source.importer->id, source.name, hash)).substr(0, kIdDigits);
    ImportOutcome outcome{.id = manifest.id, .name = source.name};
    std::error_code ignored;
    if (const auto known = folder_of(data_folder, manifest.id);
        known && fs::exists(*known / "events.jsonl", ignored)) {
        outcome.was_there = true;
        outcome.folder = *known;
        return outcome;
    }
    auto run = source.importer->read(source);
    if (!run)
        return run.error();
    if (run->steps.empty())
        return Error{ErrorCode::Corrupt,
                     fmt::format("There is no value in {}{}{}.", source.path.string(),
                                 run->remarks.empty() ? "" : ": ", fmt::join(run->remarks, "; "))};
    manifest.config = config_of(*run);
    manifest.created_at = timestamp_of(began(*run, source));
    const auto names = metric_names_of(*run);
    TRY(const auto folder, folder_for(data_folder, manifest));
    TRY_VOID(write_file_durably(folder.events_file(), events_of(*run, names, timestamp_now())));
    outcome.folder = folder.path();
    outcome.steps = static_cast<std::int64_t>(run->steps.size());
    for (const auto& [theirs, ours] : names)
        outcome.metrics.push_back(ours);
    outcome.remarks = std::move(run->remarks);
    return outcome;
}

std::vector<std::string> older_states(const std::vector<RunSummary>& runs, const ImportSource& source,
                                      const ImportOutcome& outcome) {
    std::vector<std::string> older;
    const auto origin = origin_label({std::string(source.importer->id), source.path.string(), {}});
    for (const auto& run : runs)
        if (!outcome.was_there && run.origin == origin && run.name == outcome.name && run.id != outcome.id)
            older.push_back(run.id);
    return older;
}

}  // namespace tunebench
