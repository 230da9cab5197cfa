// What a run leaves on disk, seen from outside while it trains, is killed and is resumed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/jobs/run_event.h"

namespace tunebench::faults {

/// The folders below <data folder>/runs, the oldest first.
std::vector<std::filesystem::path> run_folders(const std::filesystem::path& data_folder);

/// Names of the checkpoints that are being written now (".tmp-" folders).
std::set<std::string> unfinished_saves(const std::filesystem::path& data_folder);

std::vector<RunEvent> events_of(const std::filesystem::path& run_folder);

/// Size of the newest run's events.jsonl; 0 while there is none.
std::uintmax_t event_bytes(const std::filesystem::path& data_folder);

/// SHA-256 of the files that the runs of this data folder have produced: file name → hash. More than
/// one run with a result is an error of the test's setting and gives an empty map.
std::map<std::string, std::string> result_hashes(const std::filesystem::path& data_folder);

}  // namespace tunebench::faults
