#include "core/run/memory_calibration.h"

#include <algorithm>

#include "core/base/durable_file.h"
#include "core/history/history.h"
#include "core/run/run_folder.h"

namespace tunebench {
namespace {

constexpr std::size_t kMostRuns = 30;    // newest first; their details are read
constexpr std::int64_t kLeastSteps = 2;  // states are there from the second on

/// Holds the time since which runs count.
std::filesystem::path start_file(const std::filesystem::path& data_folder) {
    return data_folder / "memory-calibration";
}

std::string start_in(const std::filesystem::path& data_folder) {
    constexpr std::uint64_t kLongest = 64;
    auto text = read_file(start_file(data_folder), kLongest);
    return text ? *std::move(text) : std::string();
}

bool may_count(const RunSummary& run, std::string_view since) {
    const bool has_ended = run.status == RunStatus::Completed || run.status == RunStatus::EarlyStopped ||
                           run.status == RunStatus::Stopped;
    return has_ended && run.origin.empty() && run.steps >= kLeastSteps && run.predicted_peak_bytes > 0 &&
           run.created_at > since;
}

bool is_of(const RunDetails& run, const std::string& host, bool on_processor) {
    return run.manifest.environment.hostname == host && !run.sessions.empty() &&
           (run.sessions.back().started.device == "cpu") == on_processor;
}

std::uint64_t most_resident(const RunDetails& run) {
    std::uint64_t most = 0;
    for (const auto& measured : run.memory)
        most = std::max(most, measured.resident_bytes);
    return most;
}

}  // namespace

MemoryCalibration memory_calibration(HistoryReader& history, bool on_processor, std::string_view since) {
    const auto runs = history.runs({.with_archived = true});
    if (!runs)
        return {};
    const auto host = current_environment().hostname;
    std::vector<FinishedPeak> peaks;
    for (const auto& summary : *runs) {
        if (peaks.size() == kMostRuns)
            break;
        if (!may_count(summary, since))
            continue;
        const auto details = history.run(summary.id);
        if (details && is_of(*details, host, on_processor))
            peaks.push_back({.predicted = summary.predicted_peak_bytes,
                             .measured = summary.peak_bytes,
                             .resident = most_resident(*details)});
    }
    return calibrated_by(peaks);
}

MemoryCalibration memory_calibration(const std::filesystem::path& data_folder, bool on_processor) {
    const auto history = HistoryReader::open(History::database_path(data_folder));
    return history ? memory_calibration(**history, on_processor, start_in(data_folder)) : MemoryCalibration();
}

MemoryCalibrations memory_calibrations(const std::filesystem::path& data_folder) {
    return {.processor = memory_calibration(data_folder, /*on_processor=*/true),
            .accelerator = memory_calibration(data_folder, /*on_processor=*/false)};
}

Result<void> forget_finished_runs(const std::filesystem::path& data_folder) {
    return write_file_durably(start_file(data_folder), timestamp_now());
}

}  // namespace tunebench
