// EventWriter: turns events of runs into rows. Every event comes with its line in events.jsonl; a line that
// is in the database already is passed over, so that it does not matter who brings it first or how often.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/result.h"
#include "core/history/metric_store.h"
#include "core/history/other_metric_store.h"
#include "core/history/record_store.h"
#include "core/history/run_store.h"
#include "core/history/session_store.h"
#include "core/history/summary_store.h"

namespace tunebench {

/// An event at its place in events.jsonl (0 is the first line).
struct LinedEvent {
    std::string run_id = {};
    std::int64_t line = 0;
    std::optional<RunEvent> event = {};  // none: a line that this version cannot read; only counted
    std::string time = {};
    std::optional<std::uint64_t> bytes = {};  // of the file up to this line's end, when it is known
};

/// Everything is called inside a transaction, save() before its commit, forget() after it or a rollback.
class EventWriter {
public:
    EventWriter(Database& database, RunStore& runs);

    Result<void> write(const LinedEvent& event);  // NotFound when the run is not in the database
    Result<void> set_status(const std::string& run_id, RunStatus status);
    /// The size of the first `lines` lines, remembered when these are all that the database has.
    Result<void> set_bytes(const std::string& run_id, std::int64_t lines, std::uint64_t bytes);
    /// Takes all of the run's events out again, for a new beginning.
    Result<void> clear(const std::string& run_id);

    /// Summaries of runs that were missed: those of a history of an older version.
    SummaryStore& summaries() { return summaries_; }

    Result<void> save();
    void forget() { open_.clear(); }

private:
    struct OpenRun {
        RunPosition position = {};
        RunProgress progress = {};
    };
    Result<OpenRun*> open(const std::string& run_id);
    Result<void> write_rows(OpenRun& run, const LinedEvent& event);
    Result<void> go_back_to(OpenRun& run, std::int64_t step);

    Database& database_;
    RunStore& runs_;
    MetricStore metrics_;
    SessionStore sessions_;
    SampleStore samples_;
    CheckpointStore checkpoints_;
    WarningStore warnings_;
    MemoryStore memory_;
    OtherMetricStore other_metrics_;
    SummaryStore summaries_;
    std::unordered_map<std::string, OpenRun> open_;  // of this transaction
};

}  // namespace tunebench
