// RunSummary: what the history says of a run in one row.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace tunebench {

enum class RunStatus { Running, Paused, Completed, EarlyStopped, Stopped, Discarded, Failed, Interrupted };

std::string_view run_status_text(RunStatus status);  // "early_stopped": stored, and for --json; never changes
std::optional<RunStatus> run_status_from_text(std::string_view text);

/// One row of the run table.
struct RunSummary {
    std::string id = {};
    std::string name = {};
    std::filesystem::path folder = {};
    RunStatus status = RunStatus::Running;
    std::string method = {};  // "lora", "lora, nf4"
    std::string model = {};   // the name of the model's folder
    std::string created_at = {};
    std::string finished_at = {};  // empty until a session has ended
    std::int64_t steps = 0;
    std::int64_t total_steps = 0;
    std::int64_t total_parameters = 0;
    std::int64_t trainable_parameters = 0;
    std::uint64_t predicted_peak_bytes = 0;
    std::uint64_t peak_bytes = 0;
    double tokens_per_second = 0.0;
    double seconds = 0.0;
    std::optional<double> training_loss = {};  // last; may be NaN
    std::optional<double> best_validation_loss = {};
    std::int64_t best_step = 0;
    std::string error = {};
    std::string tags = {};
    std::string notes = {};
    bool archived = false;
    bool starred = false;
    std::string deleted_at = {};  // empty of a run that was not deleted
    std::string origin = {};      // "tensorboard: /logs/a" of a run that was imported, else empty
    bool operator==(const RunSummary&) const = default;
};

}  // namespace tunebench
