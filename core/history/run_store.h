// RunStore: the rows of the table of runs and their derived numbers (run_summary). Called inside a
// transaction.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/history/annotations.h"
#include "core/history/run_progress.h"
#include "core/history/setting_store.h"
#include "core/history/statement.h"
#include "core/run/run_folder.h"

namespace tunebench {

using RunKey = std::int64_t;  // of the row, inside this database; outside, runs have their id

/// How far a run's events.jsonl is in the database.
struct RunPosition {
    RunKey key = 0;
    std::int64_t lines = 0;
    std::optional<std::uint64_t> bytes = {};  // of these lines, when it is known
};

/// A run as the reconciliation needs it.
struct KnownRun {
    std::string id = {};
    std::filesystem::path folder = {};
    RunStatus status = RunStatus::Running;
    RunPosition position = {};
    std::string deleted_at = {};  // empty: it is not
};

class RunStore {
public:
    RunStore(Database& database, std::filesystem::path data_folder);

    /// Adds the run with its settings, or leaves the row that is there. Folders below the data folder are
    /// stored relative to it, so that it can be moved.
    Result<void> add(const RunFolder& folder);

    Result<std::optional<RunPosition>> find(const std::string& id);
    Result<void> set_position(const RunPosition& position);
    Result<std::vector<KnownRun>> all();

    Result<RunProgress> progress(RunKey run);
    Result<void> set_progress(RunKey run, const RunProgress& progress);

    /// No value when there is no such run.
    Result<std::optional<Annotations>> annotations(const std::string& id);
    Result<void> set_annotations(const std::string& id, const Annotations& annotations);
    Result<std::filesystem::path> folder(const std::string& id);

    /// Where the run's folder lies now, and since when it is deleted ("": it is not).
    Result<void> set_place(const std::string& id, const std::filesystem::path& folder,
                           const std::string& deleted_at);
    /// Deleted at that time or before.
    Result<std::vector<KnownRun>> deleted_by(const std::string& time);
    /// With everything that belongs to it.
    Result<void> remove(RunKey run);

private:
    Result<std::vector<KnownRun>> read(Statement& statement, std::initializer_list<SqlValue> values);

    std::filesystem::path data_folder_;
    Statement insert_;
    Statement insert_summary_;
    SettingStore settings_;
    Statement find_;
    Statement set_position_;
    Statement all_;
    Statement progress_;
    Statement set_progress_;
    Statement annotations_;
    Statement set_annotations_;
    Statement folder_;
    Statement set_place_;
    Statement deleted_by_;
    Statement remove_;
};

}  // namespace tunebench
