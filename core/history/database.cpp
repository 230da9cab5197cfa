#include "core/history/database.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <utility>

#include <sqlite3.h>

#include "core/history/sql_error.h"

namespace tunebench {
namespace {

constexpr int kBusyTimeoutMilliseconds = 5000;

/// Runs what may throw; the exception becomes an Error that names the file.
template <class Action>
auto guarded(const std::filesystem::path& file, Action action) -> Result<decltype(action())> {
    try {
        if constexpr (std::is_void_v<decltype(action())>) {
            action();
            return {};
        } else {
            return action();
        }
    } catch (const SQLite::Exception& exception) {
        return sql_error(exception.getErrorCode(), exception.what(), file);
    }
}

int remember_log_pages(void* pages, sqlite3*, const char*, int count) {
    *static_cast<int*>(pages) = count;
    return SQLITE_OK;
}

}  // namespace

Database::Database(std::filesystem::path file)
    : file_(std::move(file)), log_pages_(std::make_unique<int>(0)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::filesystem::path& file, Access access) {
    const int flags =
        (access == Access::ReadOnly ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) |
        SQLite::OPEN_NOMUTEX;
    Database database(file);
    TRY_VOID(guarded(file, [&] {
        database.connection_ =
            std::make_unique<SQLite::Database>(file.string(), flags, kBusyTimeoutMilliseconds);
        sqlite3_extended_result_codes(database.connection_->getHandle(), 1);
        sqlite3_wal_autocheckpoint(database.connection_->getHandle(), 0);
    }));
    TRY_VOID(database.execute(
        "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"));
    return database;
}

Result<void> Database::execute(const std::string& sql) {
    return guarded(file_, [&] { connection_->exec(sql); });
}

Result<std::int64_t> Database::query_integer(const std::string& sql) {
    return guarded(file_, [&]() -> std::int64_t { return connection_->execAndGet(sql).getInt64(); });
}

Result<std::string> Database::query_text(const std::string& sql) {
    return guarded(file_, [&] { return connection_->execAndGet(sql).getString(); });
}

Result<void> Database::set_journal(bool write_ahead_log) {
    // Answers with the mode that it could set; "delete" instead of "wal" works too, only slower.
    TRY_VOID(query_text(write_ahead_log ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE"));
    // The hook takes the place of the automatic checkpoint.
    sqlite3_wal_hook(connection_->getHandle(), remember_log_pages, log_pages_.get());
    return {};
}

Result<void> Database::set_durability(Durability durability) {
    const int wanted = durability == Durability::Full ? 2 : 1;
    if (wanted == durability_)
        return {};
    TRY_VOID(execute(wanted == 2 ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL"));
    durability_ = wanted;
    return {};
}

int Database::log_pages() const {
    return *log_pages_;
}

Result<void> Database::checkpoint() {
    const int code = sqlite3_wal_checkpoint_v2(connection_->getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE,
                                               nullptr, nullptr);
    *log_pages_ = 0;  // busy readers: tried again when the log has grown as much once more
    if (code != SQLITE_OK && code != SQLITE_BUSY)
        return sql_error(code, sqlite3_errstr(code), file_);
    return {};
}

void Database::keep_log_on_close() {
    sqlite3_db_config(connection_->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Result<Transaction> Transaction::begin(Database& database) {
    TRY_VOID(database.execute("BEGIN IMMEDIATE"));
    return Transaction(database);
}

Transaction::~Transaction() {
    // Fails when SQLite has rolled back by itself (a full disk), which is as good.
    if (database_)
        static_cast<void>(database_->execute("ROLLBACK"));
}

Result<void> Transaction::commit() {
    TRY_VOID(database_->execute("COMMIT"));
    database_ = nullptr;
    return {};
}

}  // namespace tunebench
