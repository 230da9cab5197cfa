// HistoryWriter: the writing connection with its stores, and the rules of a write: one process at a time, one
// transaction a batch, a checkpoint now and then. Lives on the history thread.
#pragma once

#include <filesystem>
#include <functional>

#include "core/base/result.h"
#include "core/history/event_writer.h"
#include "core/history/prepare_history.h"
#include "core/history/run_store.h"

namespace tunebench {

class HistoryWriter {
public:
    HistoryWriter(PreparedHistory prepared, std::filesystem::path data_folder);
    ~HistoryWriter();  // moves the log into the file when nobody else has it open
    HistoryWriter(const HistoryWriter&) = delete;
    HistoryWriter& operator=(const HistoryWriter&) = delete;

    /// Runs `body` in a transaction, while no other process writes or checkpoints; all of it or nothing.
    /// `body` is called again when another process was in the way.
    Result<void> write(Database::Durability durability, const std::function<Result<void>()>& body);

    RunStore& runs() { return runs_; }
    EventWriter& events() { return events_; }
    const std::filesystem::path& data_folder() const { return data_folder_; }

private:
    Result<void> try_write(const std::function<Result<void>()>& body);
    void remember_damage(const Error& error) const;

    std::filesystem::path data_folder_;
    LockFile in_use_;
    LockFile writing_;
    Database database_;  // outlives the statements below
    RunStore runs_;
    EventWriter events_;
};

}  // namespace tunebench
