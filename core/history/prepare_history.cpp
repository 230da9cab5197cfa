#include "core/history/prepare_history.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/history/event_lines.h"
#include "core/history/history_files.h"
#include "core/history/network_file_system.h"
#include "core/run/run_folder.h"

namespace tunebench {
namespace {

constexpr std::chrono::seconds kCheckerPatience{30};  // with another process that checks or migrates

// Checking takes 0.13 s a million rows; below this size it is too quick to notice, and done always.
constexpr std::uint64_t kAlwaysCheckedBytes = std::uint64_t{8} << 20;

Result<void> make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return file_error(error.value(), "create", folder);
    return {};
}

/// "20261123T223105" of "2026-11-23T22:31:05.123Z".
std::string compact(std::string time) {
    time = time.substr(0, 19);
    std::erase_if(time, [](char letter) { return letter == '-' || letter == ':'; });
    return time;
}

std::filesystem::path unused_name(const std::filesystem::path& wanted) {
    std::filesystem::path name = wanted;
    std::error_code ignored;
    for (int number = 2; std::filesystem::exists(name, ignored); ++number)
        name = fmt::format("{}-{}", wanted.string(), number);
    return name;
}

/// Renames the database, its log and its index; returns the new name.
Result<std::filesystem::path> set_aside(const HistoryFiles& files) {
    const auto name =
        unused_name(fmt::format("{}.damaged-{}", files.database.string(), compact(timestamp_now())));
    TRY_VOID(rename_durably(files.database, name));
    std::error_code ignored;  // each may be missing
    std::filesystem::rename(files.log, name.string() + "-wal", ignored);
    std::filesystem::rename(files.index, name.string() + "-shm", ignored);
    std::filesystem::remove(files.suspect, ignored);
    return name;
}

bool needs_check(const HistoryFiles& files) {
    std::error_code ignored;
    const bool left_in_disorder = size_or_zero(files.log) > 0;  // a clean close removes the log
    return left_in_disorder || std::filesystem::exists(files.suspect, ignored) ||
           size_or_zero(files.database) <= kAlwaysCheckedBytes;
}

/// Corrupt when the file is damaged. Looks before anything may be written: a newer file stays as it is.
Result<void> examine(const HistoryFiles& files, std::span<const Migration> migrations) {
    {
        TRY(auto reading, Database::open(files.database, Database::Access::ReadOnly));
        TRY_VOID(check_version(reading, migrations));
    }
    if (!needs_check(files))
        return {};
    TRY(auto database, Database::open(files.database, Database::Access::ReadWrite));
    TRY(const auto verdict, database.query_text("PRAGMA quick_check(1)"));
    if (verdict != "ok")
        return Error{ErrorCode::Corrupt,
                     fmt::format("The history {} is damaged: {}", files.database.string(), verdict)};
    std::error_code ignored;
    std::filesystem::remove(files.suspect, ignored);
    return {};
}

/// The notice for the user, if the file had to be set aside.
Result<std::string> repair(const HistoryFiles& files, std::span<const Migration> migrations) {
    if (size_or_zero(files.database) == 0)
        return std::string();
    const auto examined = examine(files, migrations);
    if (examined)
        return std::string();
    if (examined.error().code != ErrorCode::Corrupt)
        return examined.error();
    TRY(const auto name, set_aside(files));
    return fmt::format(
        "The history was damaged. The damaged file was kept as {}, and the history is rebuilt from the "
        "runs' folders.",
        name.string());
}

Result<void> stay(LockFile& in_use, const HistoryFiles& files) {
    if (in_use.lock(LockFile::Kind::Shared, kCheckerPatience))
        return {};
    return Error{ErrorCode::Io,
                 fmt::format("Another Tunebench has been checking or updating the history {} for {} seconds.",
                             files.database.string(), kCheckerPatience.count()),
                 "Wait until it is ready, or close it."};
}

/// True when this process is alone with the history.
Result<bool> enter(LockFile& in_use, const HistoryFiles& files) {
    if (in_use.lock(LockFile::Kind::Exclusive, std::chrono::milliseconds(0)))
        return true;
    TRY_VOID(stay(in_use, files));
    return false;
}

Error older_in_use(const HistoryFiles& files) {
    return {ErrorCode::Unsupported,
            fmt::format(
                "Another Tunebench, of an older version, has the history {} open; it cannot be updated now.",
                files.database.string()),
            "Close every other Tunebench and start this one again."};
}

}  // namespace

Result<PreparedHistory> prepare_history(const std::filesystem::path& data_folder,
                                        std::span<const Migration> migrations) {
    TRY_VOID(make_folder(data_folder));
    const HistoryFiles files(data_folder);
    TRY(auto in_use, LockFile::open(files.in_use));
    TRY(auto writing, LockFile::open(files.writing));
    TRY(const bool alone, enter(in_use, files));
    std::string notice;
    if (alone) {
        TRY(notice, repair(files, migrations));
    }
    TRY(auto database, Database::open(files.database, Database::Access::ReadWrite));
    // Before the journal is set, which would already write to a file of another version.
    TRY(const int version, check_version(database, migrations));
    TRY_VOID(database.set_journal(!is_on_network(data_folder)));
    if (alone || version == 0)
        TRY_VOID(migrate(database, migrations));
    else if (version != newest_version(migrations))
        return older_in_use(files);
    // Changing the kind lets go for a moment; who comes in between finds nothing left to do.
    TRY_VOID(stay(in_use, files));
    return PreparedHistory{std::move(in_use), std::move(writing), std::move(database), std::move(notice)};
}

}  // namespace tunebench
