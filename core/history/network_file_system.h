// Whether a folder lies on a network file system, where SQLite's write-ahead log must not be used: its index
// is shared memory, which two machines do not share (https://www.sqlite.org/wal.html).
#pragma once

#include <filesystem>

namespace tunebench {

/// False when the system does not say.
bool is_on_network(const std::filesystem::path& folder);

/// The same, by statfs's f_type.
bool is_network_file_system(unsigned long magic);

}  // namespace tunebench
