// Puts imported runs into the data folder: a run's folder with run.json and events.jsonl, from which the
// history takes it when it is opened the next time, as it does with every run.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/history/history.h"
#include "core/interchange/run_importer.h"

namespace tunebench {

struct ImportOutcome {
    std::string id = {};
    std::string name = {};
    std::filesystem::path folder = {};
    bool was_there = false;  // the same log was imported before; nothing was done
    std::int64_t steps = 0;  // that have a value
    std::vector<std::string> metrics = {};
    std::vector<std::string> remarks = {};
};

/// The run's id follows from its format, its name and the bytes of its files, so that the same log does not
/// come twice. Corrupt when there is no value in it.
Result<ImportOutcome> import_run(const std::filesystem::path& data_folder, const ImportSource& source);

/// A log that went on since it was imported is another run now: those of `runs` that are older states of it.
std::vector<std::string> older_states(const std::vector<RunSummary>& runs, const ImportSource& source,
                                      const ImportOutcome& outcome);

}  // namespace tunebench
