// What a killed process leaves of files and folders that it was writing, and its removal.
#pragma once

#include <chrono>
#include <filesystem>

namespace tunebench {

/// Removes those temporaries directly in the folder (durable_file.h, unfinished_path.h) that were last
/// written longer ago than `unused_for`. Nobody may be writing those: the folder is locked, or `unused_for`
/// is long.
void sweep_temporaries(const std::filesystem::path& folder, std::chrono::seconds unused_for = {});

}  // namespace tunebench
