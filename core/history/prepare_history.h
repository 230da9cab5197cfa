// Opening the history for writing: who else has it open, was it left in order, is it whole, is it up to date.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "core/base/result.h"
#include "core/history/database.h"
#include "core/history/lock_file.h"
#include "core/history/migrations.h"

namespace tunebench {

struct PreparedHistory {
    LockFile in_use;   // held, shared, while the connection lives
    LockFile writing;  // not held
    Database database;
    std::string notice = {};  // what the user should know; mostly empty
};

/// Creates the data folder and the database when they are missing. Only a process that is alone with it
/// checks, repairs or migrates it. A damaged file is kept as history.sqlite.damaged-<time>, and an empty
/// history takes its place. Io in words (unwritable folder), Unsupported (newer, or of another program:
/// untouched), OutOfSpace.
Result<PreparedHistory> prepare_history(const std::filesystem::path& data_folder,
                                        std::span<const Migration> migrations = all_migrations());

}  // namespace tunebench
