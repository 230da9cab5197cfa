// What lies in a folder.
#pragma once

#include <filesystem>
#include <vector>

namespace tunebench {

/// Paths of the files and folders in it, sorted; not of what lies deeper. Empty where it cannot be read, and
/// cut short where reading it fails on the way.
std::vector<std::filesystem::path> folder_entries(const std::filesystem::path& folder);

}  // namespace tunebench
