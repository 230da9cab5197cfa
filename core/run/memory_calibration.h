// What this machine's finished runs say about the next estimate (core/memory/calibration.h): read from the
// history, and forgotten on request.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/memory/calibration.h"

namespace tunebench {

class HistoryReader;

/// Of the newest runs that ended by themselves or were stopped, after two steps or more: trained here, on a
/// processor or on none, and created later than `since` (a timestamp; empty: ever).
MemoryCalibration memory_calibration(HistoryReader& history, bool on_processor, std::string_view since = {});

/// Of the history in a data folder, without what was forgotten; none where there is no history.
MemoryCalibration memory_calibration(const std::filesystem::path& data_folder, bool on_processor);

/// The same for both kinds of devices.
MemoryCalibrations memory_calibrations(const std::filesystem::path& data_folder);

/// Only runs that are created from now on count.
Result<void> forget_finished_runs(const std::filesystem::path& data_folder);

}  // namespace tunebench
