// RunExporter: a format that runs of the history are written in for other programs. A format is a file in
// exporters/ and a line in exporters.def.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/history/history.h"

namespace tunebench {

/// A run with the curves that its format wants.
struct ExportedRun {
    struct Curve {
        std::string metric = {};
        std::vector<MetricPoint> points = {};
    };
    RunDetails details = {};
    std::vector<Curve> curves = {};
};

struct RunExporter {
    std::string_view id = {};
    std::string_view title = {};
    /// One text with all runs, behind `header`; or null where a run is a folder of files.
    std::string_view header = {};
    std::string (*text)(const ExportedRun& run) = nullptr;
    /// Adds a run to a folder. Null where a run is a part of a text.
    Result<void> (*write)(const ExportedRun& run, const std::filesystem::path& folder) = nullptr;
};

std::span<const RunExporter* const> all_run_exporters();
const RunExporter* find_run_exporter(std::string_view id);  // null when there is no such format

Result<ExportedRun> exported_run(HistoryReader& reader, const std::string& run_id);

/// `out` gets the runs: a file of an exporter of texts, replaced at once, or a new folder. InvalidArgument
/// when the folder exists and is not empty.
Result<void> export_runs(const RunExporter& exporter, HistoryReader& reader,
                         std::span<const std::string> run_ids, const std::filesystem::path& out);

/// The text for `take`, run by run. Only of an exporter of texts.
Result<void> export_text(const RunExporter& exporter, HistoryReader& reader,
                         std::span<const std::string> run_ids,
                         const std::function<Result<void>(std::string_view)>& take);

/// "method.rank" and its value for every setting; of an imported run, what the other program said.
std::vector<std::pair<std::string, OrderedJson>> flat_settings(const RunManifest& manifest);

}  // namespace tunebench
