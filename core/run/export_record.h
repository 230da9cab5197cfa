// ExportRecord: what an export of a run has come to: a line of exports.jsonl in the run's folder, so that the
// run says what was made of it and how well that agrees.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/engine_api/engine.h"

namespace tunebench {

struct ExportRecord {
    std::string time = {};        // ISO 8601, UTC
    std::string to = {};          // the format
    std::string checkpoint = {};  // empty: the run's result
    ExportReport report = {};
};

/// The fields of `export --json`.
OrderedJson export_report_to_json(const ExportReport& report);

Result<void> append_export_record(const std::filesystem::path& run_folder, const ExportRecord& record);

/// Oldest first. Lines that cannot be read are passed over; none when there is no file.
std::vector<ExportRecord> read_export_records(const std::filesystem::path& run_folder);

}  // namespace tunebench
