// In which settings runs differ. Part of run_comparison.h.
#pragma once

#include <vector>

#include "core/study/report/run_comparison.h"

namespace tunebench {

struct SettingsOfRun {
    const RunConfig* config = nullptr;
    bool is_imported = false;
};

struct ComparedSettings {
    std::vector<ComparedSetting> differing = {};
    std::vector<ComparedSetting> unknown = {};  // equal where known, and not known of an imported run
};

/// In the order of the run file. The name of a run is no setting. Of an imported run only that is known which
/// the other program named: its configuration has our defaults in the other fields, and they are not its own.
ComparedSettings compare_settings(const std::vector<SettingsOfRun>& runs);

/// The run's value, "unknown", or "-" where it has no such setting.
std::string setting_text(const ComparedSetting& setting, std::size_t run, bool is_imported);

/// Of a group: each value once.
std::string setting_text(const RunComparison& comparison, const ComparedSetting& setting,
                         const SeedGroup& group);

}  // namespace tunebench
