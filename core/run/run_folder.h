// RunFolder: where a run lives on disk. <data folder>/runs/<date>-<slug>-<id>/ with run.json (the frozen
// RunConfig and its environment), events.jsonl (the truth about what happened), memory_step.json (what one
// step took of memory), checkpoints/, adapter/, samples/. A folder is locked by the process that trains in it
// (core/base/folder_lock.h), so that no run is continued twice at once, and by those that read it, so that it
// is not deleted under them.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/folder_lock.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/run/run_config.h"

namespace tunebench {

/// $XDG_DATA_HOME/tunebench, or ~/.local/share/tunebench; TUNEBENCH_DATA overrides both.
std::filesystem::path data_folder();

/// Versions, threads, processor, memory, operating system: what one needs to judge or repeat a run.
struct RunEnvironment {
    std::string tunebench_version = {};
    std::string torch_version = {};  // filled in by the engine's Started event, when it is known
    std::string cpu = {};
    int cores = 0;
    std::uint64_t memory_bytes = 0;
    std::string operating_system = {};
    std::string hostname = {};
    bool operator==(const RunEnvironment&) const = default;
};
RunEnvironment current_environment();

/// SHA-256 of the model's and the data's files: relative or given path → hash.
using FileHashes = std::vector<std::pair<std::string, std::string>>;

/// Of a run that another program made and that was imported.
struct RunOrigin {
    std::string format = {};  // "tensorboard"; empty: a run of our own
    std::string source = {};  // the file or folder that it was read from
    std::string sha256 = {};  // of what was read
    bool operator==(const RunOrigin&) const = default;
};

/// The content of run.json: written once when the run starts, never changed.
struct RunManifest {
    std::string id = {};  // 8 hex digits
    RunConfig config = {};
    RunEnvironment environment = {};
    FileHashes hashes = {};
    std::string created_at = {};  // ISO 8601, UTC
    RunOrigin origin = {};
    bool operator==(const RunManifest&) const = default;
};

class RunFolder {
public:
    /// A new folder below `data_folder`/runs, with run.json written durably.
    static Result<RunFolder> create(const std::filesystem::path& data_folder, const RunManifest& manifest);
    /// An existing one; run.json is read with unknown fields kept.
    static Result<RunFolder> open(const std::filesystem::path& folder);

    const std::filesystem::path& path() const { return path_; }
    const RunManifest& manifest() const { return manifest_; }
    std::filesystem::path events_file() const { return path_ / "events.jsonl"; }
    std::filesystem::path checkpoints() const { return path_ / "checkpoints"; }
    std::filesystem::path adapter() const { return path_ / "adapter"; }
    std::filesystem::path samples() const { return path_ / "samples"; }

    /// Of a run that was thrown away: checkpoints and what was exported. What happened in it stays.
    void remove_results() const;

private:
    std::filesystem::path path_;
    RunManifest manifest_;
};

/// Held by whoever trains, reads or moves a run; released when its process ends, however it ends. Holders of
/// one process count like those of several.
class RunLock {
public:
    /// To train. Io error that names the process when somebody trains or moves it.
    static Result<RunLock> acquire(const RunFolder& folder);
    /// To move the folder or parts of it. Io error when somebody trains, reads or moves it.
    static Result<RunLock> acquire_alone(const RunFolder& folder);
    /// To read what the run has made, beside others who do and one who trains. Io error when somebody moves
    /// it. Holds nothing in a folder that cannot be written, or whose file system has no locks.
    static Result<RunLock> acquire_shared(const std::filesystem::path& run_folder);
    static bool is_held(const std::filesystem::path& run_folder);  // by somebody who trains or moves
    static bool is_read(const std::filesystem::path& run_folder);  // or moved

private:
    explicit RunLock(FolderLock lock) : lock_(std::move(lock)) {}
    FolderLock lock_;
};

std::string new_run_id();                                  // 8 random hex digits
std::string slug_of(std::string_view name);                // "town facts, LoRA" → "town-facts-lora"
std::string run_folder_name(const RunManifest& manifest);  // "2026-11-23-town-facts-lora-1a2b3c4d"
std::string timestamp_now();                               // "2026-11-23T22:31:05.123Z"
std::string timestamp_at(std::chrono::system_clock::time_point time);

/// Runs that were interrupted: unlocked, with a valid checkpoint, and without a Finished event that ends
/// them.
std::vector<std::filesystem::path> interrupted_runs(const std::filesystem::path& data_folder);

}  // namespace tunebench
