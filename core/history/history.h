// History: every run with its frozen configuration, environment, hashes, metrics, samples, checkpoints and exit
// cause. events.jsonl in a run's folder is the truth; this is the index of it, and can be rebuilt from it.
// One thread of the process holds the only writing connection; post() hands it values and returns at once.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/jobs/run_event.h"
#include "core/run/run_folder.h"

namespace tunebench {

enum class RunStatus { Running, Paused, Completed, EarlyStopped, Stopped, Discarded, Failed, Interrupted };

/// One row of the run table.
struct RunSummary {
    std::string id = {};
    std::string name = {};
    std::filesystem::path folder = {};
    RunStatus status = RunStatus::Running;
    std::string method = {};
    std::string model = {};
    std::string created_at = {};
    std::string finished_at = {};
    std::int64_t steps = 0;
    std::int64_t total_steps = 0;
    std::int64_t total_parameters = 0;
    std::int64_t trainable_parameters = 0;
    std::uint64_t predicted_peak_bytes = 0;
    std::uint64_t peak_bytes = 0;
    double tokens_per_second = 0.0;
    double seconds = 0.0;
    std::optional<double> training_loss = {};  // last
    std::optional<double> best_validation_loss = {};
    std::int64_t best_step = 0;
    std::string error = {};
    std::string tags = {};
    std::string notes = {};
    bool archived = false;
    bool operator==(const RunSummary&) const = default;
};

struct MetricPoint {
    std::int64_t step = 0;
    double value = 0.0;  // NaN and 0 are values
    double seconds = 0.0;
};

struct RunDetails {
    RunSummary summary = {};
    RunManifest manifest = {};
    std::vector<SampleDone> samples = {};
    std::vector<CheckpointSaved> checkpoints = {};
    std::vector<RunWarning> warnings = {};
};

struct RunFilter {
    std::string text = {};  // in name, method, model, tags
    bool with_archived = false;
};

/// Reads through a connection of its own; use it on the thread that made it.
class HistoryReader {
public:
    static Result<std::unique_ptr<HistoryReader>> open(const std::filesystem::path& database);
    virtual ~HistoryReader() = default;
    virtual Result<std::vector<RunSummary>> runs(const RunFilter& filter = {}) = 0;  // newest first
    virtual Result<RunDetails> run(const std::string& id) = 0;  // also by a unique beginning of the id, or by name
    /// "loss", "validation_loss", "learning_rate", "gradient_norm", "tokens_per_second", "memory_bytes", …
    virtual Result<std::vector<MetricPoint>> metric(const std::string& run_id, const std::string& metric) = 0;
    virtual Result<std::vector<std::string>> metrics(const std::string& run_id) = 0;
};

class History {
public:
    /// Creates or migrates the database (a newer one is refused untouched), starts the history thread, and takes
    /// over from events.jsonl what a killed process did not write. `changed` is called on the history thread after rows were committed.
    static Result<std::unique_ptr<History>> open(const std::filesystem::path& data_folder,
                                                 std::function<void()> changed = {});
    virtual ~History() = default;  // writes what was posted, then joins

    virtual void begin_run(const RunFolder& folder) = 0;
    virtual void record(const std::string& run_id, const RunEvent& event) = 0;
    virtual void set_tags(const std::string& run_id, std::string tags) = 0;
    virtual void set_notes(const std::string& run_id, std::string notes) = 0;
    virtual void set_archived(const std::string& run_id, bool archived) = 0;
    /// Blocks until everything posted so far is on disk; the first error since the last flush.
    virtual Result<void> flush() = 0;

    static std::filesystem::path database_path(const std::filesystem::path& data_folder);
};

}  // namespace tunebench
