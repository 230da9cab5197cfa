// What somebody changed in a run while it trained. The database has no rows for it: read from the run's
// events.jsonl.
#pragma once

#include <filesystem>
#include <vector>

#include "core/jobs/run_event.h"

namespace tunebench {

/// In the order of the file. A session that goes on with changed settings tells them again, which is no
/// change. Empty when the file cannot be read.
std::vector<SettingsChanged> changed_settings(const std::filesystem::path& events_file);

}  // namespace tunebench
