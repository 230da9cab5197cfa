// Brings the database to the newest schema: every numbered file of migrations/ once, in order, each in a
// transaction of its own with the version number. A released file is never edited; a change is a new file.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/history/database.h"

namespace tunebench {

struct Migration {
    int version = 0;
    std::string_view name = {};
    std::string_view sql = {};
};

/// Generated from migrations/*.sql when the build is configured; versions are 1, 2, ….
std::span<const Migration> all_migrations();

int newest_version(std::span<const Migration> migrations);

/// Stored in the file's header: "TBNH". Do not change.
inline constexpr std::int64_t kApplicationId = 0x54424E48;

/// Unsupported, and the file untouched, when it belongs to another program or was written by a newer version.
/// Before the first step on an existing history a copy is made: <file>.version-<old>. When a step fails, the
/// file stays at the version before it.
Result<void> migrate(Database& database, std::span<const Migration> migrations = all_migrations());

/// The check at the beginning of migrate(), for a connection that may only read. Returns the file's version.
Result<int> check_version(Database& database, std::span<const Migration> migrations = all_migrations());

}  // namespace tunebench
