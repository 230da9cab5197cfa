// Runs as earlier sessions have left them in a data folder, for tests of the history.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/jobs/run_event.h"
#include "core/memory/step_timeline.h"
#include "core/run/run_folder.h"

namespace tunebench::ui::test {

struct StoredRun {
    std::string name = {};
    std::vector<std::string> overrides = {};  // "method.rank=16"
    int steps = 5;
    double loss = 1.0;               // of the validation at the end; the training loss falls to it
    std::uint64_t memory_bytes = 0;  // at the end of each step
    bool isInterrupted = false;
    std::optional<SettingsChanged> change = {};
    std::optional<StepTimeline> memory = {};  // of one step
};

/// The history takes it over when it is opened the next time.
RunFolder storeRun(const std::filesystem::path& dataFolder, const StoredRun& run);

}  // namespace tunebench::ui::test
