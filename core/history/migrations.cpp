#include "core/history/migrations.h"

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/history/statement.h"

namespace tunebench {
namespace {

/// The file as it is, next to it; an older copy of the same version is replaced.
Result<void> keep_copy(Database& database, int version) {
    const std::string copy = fmt::format("{}.version-{}", database.file().string(), version);
    const std::string unfinished = copy + std::string(kTemporaryMarker) + "copy";
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    Statement vacuum(database, "VACUUM INTO ?1");
    TRY_VOID(vacuum.run({unfinished}));
    return rename_durably(unfinished, copy);
}

Result<void> apply(Database& database, const Migration& migration) {
    TRY(auto transaction, Transaction::begin(database));
    TRY(const auto version, database.query_integer("PRAGMA user_version"));
    if (version >= migration.version)
        return transaction.commit();  // another process was here first
    TRY_VOID(database.execute(std::string(migration.sql)));
    TRY_VOID(database.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};",
                                          kApplicationId, migration.version)));
    return transaction.commit();
}

}  // namespace

int newest_version(std::span<const Migration> migrations) {
    return migrations.empty() ? 0 : migrations.back().version;
}

Result<int> check_version(Database& database, std::span<const Migration> migrations) {
    TRY(const auto version, database.query_integer("PRAGMA user_version"));
    TRY(const auto application, database.query_integer("PRAGMA application_id"));
    TRY(const auto tables, database.query_integer("SELECT count(*) FROM sqlite_schema"));
    if (application != kApplicationId && tables > 0)
        return Error{ErrorCode::Unsupported,
                     fmt::format("{} is the database of another program, not a Tunebench history.",
                                 database.file().string()),
                     "Move it elsewhere, or choose another data folder with TUNEBENCH_DATA."};
    if (version > newest_version(migrations))
        return Error{
            ErrorCode::Unsupported,
            fmt::format("The history {} was written by a newer Tunebench (version {} of its tables; this one "
                        "knows {}).",
                        database.file().string(), version, newest_version(migrations)),
            "Start the newer Tunebench, or choose another data folder with TUNEBENCH_DATA. The file was not "
            "touched."};
    return static_cast<int>(version);
}

Result<void> migrate(Database& database, std::span<const Migration> migrations) {
    TRY(const int version, check_version(database, migrations));
    if (version > 0 && version < newest_version(migrations))
        TRY_VOID(keep_copy(database, version));
    for (const Migration& migration : migrations) {
        if (migration.version <= version)
            continue;
        if (auto applied = apply(database, migration); !applied) {
            Error error = applied.error();
            error.message = fmt::format("The history could not be brought up to date (step {}): {}",
                                        migration.name, error.message);
            return error;
        }
    }
    return {};
}

}  // namespace tunebench
