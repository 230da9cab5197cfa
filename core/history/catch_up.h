// CatchUp: takes over from a run's events.jsonl what the database does not have, piece by piece, so that
// nobody waits long for the other, and so that a process that is killed in between loses no work.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/history/event_lines.h"
#include "core/history/history_writer.h"

namespace tunebench {

class CatchUp {
public:
    /// `run_id` is in the database. A database that is ahead of the file (which lost its end in a power cut)
    /// starts again from nothing: the file is the truth. No file: nothing to take over, and nothing is
    /// changed.
    static Result<CatchUp> start(HistoryWriter& history, std::string run_id,
                                 const std::filesystem::path& events_file);

    /// Takes over the next piece, in one transaction. False: there was none left, or the file cannot be read
    /// any further. Errors are those of the database.
    Result<bool> step();

    /// Why the file could not be read to its end.
    const std::optional<Error>& file_error() const { return file_error_; }

    /// Lines that no version of the format explains, so far; they are passed over.
    std::int64_t unreadable_lines() const { return unreadable_; }

private:
    CatchUp(HistoryWriter& history, std::string run_id) : history_(&history), run_id_(std::move(run_id)) {}
    void open(const std::filesystem::path& events_file);
    Result<bool> skip(std::int64_t lines);
    Result<std::vector<LinedEvent>> read_piece();

    HistoryWriter* history_;
    std::string run_id_;
    std::optional<EventLines> lines_ = {};
    std::optional<Error> file_error_ = {};
    std::int64_t unreadable_ = 0;
};

/// All of it at once.
Result<void> catch_up(HistoryWriter& history, const std::string& run_id,
                      const std::filesystem::path& events_file);

}  // namespace tunebench
