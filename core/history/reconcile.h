// Reconciliation: when the history is opened, the runs' folders are compared with the database. A folder that
// the database does not know is added, a run whose events.jsonl is ahead is caught up, and a run that says it
// is running but is held by no process is marked as interrupted. Runs of an older version's history get their
// metric summaries. In small steps, so that new events do not
// wait.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/history/catch_up.h"
#include "core/history/history_writer.h"

namespace tunebench {

class Reconciliation {
public:
    /// `is_ours`: whether this process is at that run; it is never marked as interrupted, locked or not.
    Reconciliation(HistoryWriter& history, std::function<bool(const std::string& run_id)> is_ours)
        : history_(history), is_ours_(std::move(is_ours)) {}

    /// One piece of the work. False: all is done. An error ends it; the next start goes on.
    Result<bool> step();

    /// What could not be taken over, in words; empty when all could.
    std::string notice() const;

private:
    struct Work {
        std::string id = {};  // empty: not in the database
        std::filesystem::path folder = {};
    };
    Result<void> survey();
    bool is_in_trash(const std::filesystem::path& folder) const;
    Result<void> follow(KnownRun& run, const std::filesystem::path& folder);
    Result<void> begin(Work work);
    Result<std::filesystem::path> other_folder_of(const std::string& id, const std::filesystem::path& folder);
    Result<std::string> add(const std::filesystem::path& folder);
    Result<void> mark_if_interrupted();
    Result<bool> summarise_next();

    HistoryWriter& history_;
    std::function<bool(const std::string&)> is_ours_;
    bool surveyed_ = false;
    std::deque<Work> todo_;
    Work current_;
    std::optional<CatchUp> catching_up_;
    std::optional<std::deque<SummaryStore::Missing>> without_summaries_;
    std::vector<std::string> problems_;
};

}  // namespace tunebench
