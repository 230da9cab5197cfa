// History: every run with its frozen configuration, environment, hashes, metrics, samples, checkpoints and
// exit cause. events.jsonl in a run's folder is the truth; this is the index of it, and can be rebuilt from
// it. One thread of the process holds the only writing connection; what is posted to it returns at once.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/filter/filter.h"
#include "core/history/metric_summary.h"
#include "core/history/run_column.h"
#include "core/history/run_summary.h"
#include "core/history/run_table.h"
#include "core/jobs/run_event.h"
#include "core/run/export_record.h"
#include "core/run/run_folder.h"

namespace tunebench {

struct MetricPoint {
    std::int64_t step = 0;
    double value = 0.0;    // NaN and 0 are values
    double seconds = 0.0;  // training time of the run until then
};

/// From a start or resume to its end; `finished` is missing when the process was killed, or is still at it.
struct RunSession {
    std::string started_at = {};
    RunStarted started = {};
    struct End {
        std::string finished_at = {};
        std::string cause = {};  // exit_cause_text
        std::int64_t step = 0;
        double seconds = 0.0;
        std::uint64_t peak_bytes = 0;
        std::string adapter = {};
        std::string error = {};
        std::string error_hint = {};
        bool operator==(const End&) const = default;
    };
    std::optional<End> end = {};
    bool operator==(const RunSession&) const = default;
};

struct RunDetails {
    RunSummary summary = {};
    RunManifest manifest = {};
    std::vector<RunSession> sessions = {};
    std::vector<SampleDone> samples = {};
    std::vector<CheckpointSaved> checkpoints = {};  // that retention has left; `removed` is empty
    std::vector<RunWarning> warnings = {};
    std::vector<MemoryMeasured> memory = {};
    std::vector<ExportRecord> exports = {};  // as the run's folder has them
};

struct RunFilter {
    std::string text = {};  // in name, method, model, tags; a-z and A-Z are the same
    bool with_archived = false;
    bool deleted = false;              // those that were deleted, archived or not, instead of the others
    std::optional<Filter> where = {};  // over the columns of history/run_columns.h
};

/// Reads through a connection of its own; use it on the thread that made it.
class HistoryReader {
public:
    /// NotFound when there is no history yet; Unsupported when it has the tables of another version.
    static Result<std::unique_ptr<HistoryReader>> open(const std::filesystem::path& database);
    virtual ~HistoryReader() = default;
    /// Newest first. InvalidArgument, with the place, when `where` asks for what there is not.
    virtual Result<std::vector<RunSummary>> runs(const RunFilter& filter = {}) = 0;
    /// All that a column of a table of runs may show, those of the table first, then settings that runs have,
    /// then metrics.
    virtual Result<std::vector<RunColumn>> columns() = 0;
    /// Reads these columns of the table's runs, those that it does not have yet; one that is not known has no
    /// values.
    virtual Result<void> add_columns(RunTable& table, std::span<const std::string> columns) = 0;
    /// InvalidArgument, with the place and what may have been meant, when the filter asks for what there is
    /// not.
    virtual Result<void> check(const Filter& filter) = 0;
    /// Also by a unique beginning of the id, or by name. NotFound, or InvalidArgument when several runs fit.
    virtual Result<RunDetails> run(const std::string& id) = 0;
    /// By step. "loss", "learning_rate", "gradient_norm", "epoch", "tokens", "tokens_per_second",
    /// "step_seconds", "memory_bytes", "memory_peak_bytes"; of runs that compute in 16 bits "loss_scale",
    /// "gradient_underflow", "gradient_overflow", "skipped_steps"; "validation_loss",
    /// "validation_perplexity", "validation_token_accuracy", "validation_seconds"; of runs that classify
    /// "validation_accuracy" and "validation_f1". Steps without a value are left out. Empty when the run has
    /// none of it; NotFound when there is no such metric. Runs that are longer than a second also have what
    /// run/hardware_use.h measures, imported ones may have these and others.
    virtual Result<std::vector<MetricPoint>> metric(const std::string& run_id, const std::string& metric) = 0;
    /// Those that the run has, in the order above, others behind them by name.
    virtual Result<std::vector<std::string>> metrics(const std::string& run_id) = 0;
    /// In the order of metrics(); from the values themselves.
    virtual Result<std::vector<MetricSummary>> summaries(const std::string& run_id) = 0;
};

class History {
public:
    /// Creates or migrates the database (a newer one is refused untouched) and starts the history thread,
    /// which first takes over from the runs' folders what the database does not have: runs that a killed
    /// process left, folders it does not know, everything when it was missing or damaged. Without `changed`
    /// this returns when that is done, otherwise at once (flush() waits for it). `changed` is called on the
    /// history thread after rows were committed; it must not block.
    static Result<std::unique_ptr<History>> open(const std::filesystem::path& data_folder,
                                                 std::function<void()> changed = {});
    virtual ~History() = default;  // writes what was posted, then joins

    /// Every session begins with it, before its first event is recorded or written to events.jsonl.
    virtual void begin_run(const RunFolder& folder) = 0;
    /// The event is in events.jsonl already. Rows follow within a quarter of a second, at once when the run's
    /// state changes; in the order of the calls. Waits only when a hundred thousand events are waiting.
    virtual void record(const std::string& run_id, const RunEvent& event) = 0;

    // What the user says about a run; also kept in its folder, so that a rebuilt history has it.
    virtual void set_name(const std::string& run_id, std::string name) = 0;
    virtual void set_tags(const std::string& run_id, std::string tags) = 0;
    virtual void set_notes(const std::string& run_id, std::string notes) = 0;
    virtual void set_archived(const std::string& run_id, bool archived) = 0;
    virtual void set_starred(const std::string& run_id, bool starred) = 0;

    /// Moves the run's folder into trash/, or back; everything else about it stays. flush() says whether it
    /// worked: a run that a process is training or reading is left alone.
    virtual void set_deleted(const std::string& run_id, bool deleted) = 0;
    /// Removes for good what was deleted that long ago, or longer. Opening the history does so after
    /// kTrashTime.
    virtual void empty_trash(std::chrono::hours age) = 0;
    static constexpr std::chrono::hours kTrashTime{30 * 24};

    /// Blocks until everything posted so far was written; the first error since the last flush. After an
    /// error events are not lost: they are taken from events.jsonl, as soon as it works again or at the next
    /// start.
    virtual Result<void> flush() = 0;

    /// The first error since the last flush() or the last time this was asked; waits for nothing.
    virtual std::optional<Error> take_error() = 0;

    /// What the user should know about how the history was opened ("…was damaged; it was kept as …"); mostly
    /// empty.
    virtual std::string notice() const = 0;

    static std::filesystem::path database_path(const std::filesystem::path& data_folder);
};

}  // namespace tunebench
