// Database: one SQLite connection, and Transaction. A connection belongs to one thread; another thread opens
// its own. Failures are values; SQLiteCpp's exceptions stay inside.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "core/base/result.h"

namespace SQLite {
class Database;
}

namespace tunebench {

class Database {
public:
    enum class Access {
        ReadOnly,  // the file exists, and nothing is ever written to it, no checkpoint either
        ReadWrite  // created when missing
    };
    /// Opens and sets what belongs to a connection (foreign keys, 5 s of patience with other processes), and
    /// touches no page: a file that is no database is found out by the first statement.
    static Result<Database> open(const std::filesystem::path& file, Access access);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    Result<void> execute(const std::string& sql);  // one or more statements
    Result<std::int64_t> query_integer(const std::string& sql);
    Result<std::string> query_text(const std::string& sql);

    /// Write-ahead log, or the rollback journal where the log's shared memory does not work (network file
    /// systems). From here on only checkpoint() and the last connection's close move the log into the file.
    Result<void> set_journal(bool write_ahead_log);

    /// FULL: a commit survives a power cut. NORMAL: the file stays whole, the last commits may be missing.
    enum class Durability { Normal, Full };
    Result<void> set_durability(Durability durability);

    /// Pages in the write-ahead log after the last commit of this connection.
    int log_pages() const;
    /// Moves what it can of the log into the file; waits for nobody.
    Result<void> checkpoint();
    /// Closing will leave the log as it is; the next one who opens takes it over.
    void keep_log_on_close();

    const std::filesystem::path& file() const { return file_; }
    SQLite::Database& connection() { return *connection_; }

private:
    explicit Database(std::filesystem::path file);

    std::filesystem::path file_;
    std::unique_ptr<SQLite::Database> connection_;
    std::unique_ptr<int> log_pages_;  // written by SQLite's hook
    int durability_ = -1;             // not yet set
};

/// BEGIN IMMEDIATE; rolled back unless commit() succeeded.
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(Database& database) : database_(&database) {}

    Database* database_ = nullptr;
};

}  // namespace tunebench
