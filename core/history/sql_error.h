// SQLite's error codes in words. Part of the files of core/history that talk to SQLite.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/result.h"

namespace tunebench {

/// `code`: SQLite's result code, extended or not; `detail`: its text, shown only when the code says nothing
/// to the user. OutOfSpace, OutOfMemory, Corrupt (damaged, or no database), Io, else Internal.
Error sql_error(int code, std::string_view detail, const std::filesystem::path& database);

}  // namespace tunebench
