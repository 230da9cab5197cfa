// BatchWriter: writes posted commands, a transaction a batch. What cannot be written now (disk full, another
// process in the way) is owed and not kept: events are taken from events.jsonl at the next occasion. Lives on
// the history thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/history/history_command.h"
#include "core/history/history_writer.h"

namespace tunebench {

class BatchWriter {
public:
    explicit BatchWriter(HistoryWriter& history) : history_(history) {}

    /// In order. The first error; what it does not concern is written all the same.
    Result<void> write(std::vector<HistoryCommand> batch);

    /// Something is left from an error; write({}) tries again.
    bool is_owing() const;
    bool has_begun(const std::string& run_id) const { return sessions_.count(run_id) > 0; }

private:
    struct Session {
        std::filesystem::path events_file = {};
        std::int64_t next_line = 0;              // in events.jsonl, of the next event that is recorded
        bool is_behind = false;                  // the database lacks events that were recorded
        std::optional<RunFolder> to_begin = {};  // the database lacks the run itself
    };
    void begin(const BeginRun& command);
    void place(RecordedEvent event);
    void write_owed();
    void write_placed();
    Result<void> put_away(const HistoryCommand& command);
    Result<void> begin_in_database(const RunFolder& folder, Session& session);
    Result<void> change(const AnnotationChange& change);
    void keep_in_folders();
    void note(const Result<void>& result);

    HistoryWriter& history_;
    std::unordered_map<std::string, Session> sessions_;
    std::vector<LinedEvent> placed_;
    std::vector<AnnotationChange> changes_;
    Database::Durability durability_ = Database::Durability::Normal;
    struct Changed {
        std::filesystem::path folder = {};
        Annotations annotations = {};
    };
    std::vector<Changed> changed_;
    std::vector<Error> errors_;
};

}  // namespace tunebench
