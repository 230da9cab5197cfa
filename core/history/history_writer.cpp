#include "core/history/history_writer.h"

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/history/history_files.h"

namespace tunebench {
namespace {

// The other process's transactions take milliseconds; this long it only takes one that was stopped in the
// middle.
constexpr std::chrono::seconds kWriterPatience{10};
constexpr int kAttempts = 3;
constexpr int kCheckpointPages = 1000;  // 4 MB, SQLite's own default

}  // namespace

HistoryWriter::HistoryWriter(PreparedHistory prepared, std::filesystem::path data_folder)
    : data_folder_(std::move(data_folder)),
      in_use_(std::move(prepared.in_use)),
      writing_(std::move(prepared.writing)),
      database_(std::move(prepared.database)),
      runs_(database_, data_folder_),
      events_(database_, runs_) {}

HistoryWriter::~HistoryWriter() {
    // The last connection's close is a checkpoint. The lock goes with its file, after the connection.
    if (!writing_.lock(LockFile::Kind::Exclusive, kWriterPatience))
        database_.keep_log_on_close();
}

Result<void> HistoryWriter::write(Database::Durability durability,
                                  const std::function<Result<void>()>& body) {
    // Writing and checkpointing exclude each other between processes: SQLite before 3.51.3 can damage the
    // file when the log is reset by one connection while another checkpoints.
    if (!writing_.lock(LockFile::Kind::Exclusive, kWriterPatience))
        return Error{
            ErrorCode::Io,
            fmt::format("The history {} is kept busy by another process.", database_.file().string()),
            "Nothing is lost: what is missing is taken from the runs' folders."};
    Result<void> written = database_.set_durability(durability);
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        written = try_write(body);
        if (written || written.error().code != ErrorCode::Io)
            break;
    }
    if (written && database_.log_pages() >= kCheckpointPages)
        written = database_.checkpoint();
    writing_.unlock();
    if (!written)
        remember_damage(written.error());
    return written;
}

Result<void> HistoryWriter::try_write(const std::function<Result<void>()>& body) {
    events_.forget();
    TRY(auto transaction, Transaction::begin(database_));
    TRY_VOID(body());
    TRY_VOID(events_.save());
    return transaction.commit();
}

void HistoryWriter::remember_damage(const Error& error) const {
    if (error.code == ErrorCode::Corrupt)
        static_cast<void>(write_file_durably(HistoryFiles(data_folder_).suspect, error.message + "\n"));
}

}  // namespace tunebench
