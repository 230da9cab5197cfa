// Checkpoints on disk: checkpoints/step-00000200/ with weights and state in safetensors, state.json and,
// written last, manifest.json (files, sizes, SHA-256). Atomic and durable: written into a folder whose name
// starts with
// ".tmp-", every file and the folder synced, then renamed, then the parent synced. No torch here: bytes and
// names.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/durable_file.h"
#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench {

struct CheckpointFile {
    std::string name = {};
    std::uint64_t bytes = 0;
    std::string sha256 = {};
    bool operator==(const CheckpointFile&) const = default;
};

struct CheckpointManifest {
    std::int64_t step = 0;
    std::string run_id = {};
    std::optional<double> validation_loss = {};
    bool is_best = false;
    std::string created_at = {};
    std::vector<CheckpointFile> files = {};
    bool operator==(const CheckpointManifest&) const = default;
};

struct Checkpoint {
    std::filesystem::path folder = {};
    CheckpointManifest manifest = {};
    std::string name() const { return folder.filename().string(); }
};

/// Writes the files of a checkpoint into the folder it is given; sizes and hashes are taken afterwards.
using WriteFiles = std::function<Result<void>(const std::filesystem::path& folder)>;

/// "step-00000200"
std::string checkpoint_name(std::int64_t step);

/// Steps 2 to 7 of the protocol: write, sync, manifest, sync, rename, sync. Leaves nothing behind when it
/// fails. `bytes_needed` is checked against the disk first: OutOfSpace with both sizes. An existing
/// checkpoint of the same step is replaced only once the new one is complete. `manifest` comes without its
/// files.
Result<Checkpoint> write_checkpoint(const std::filesystem::path& checkpoints,
                                    const CheckpointManifest& manifest, std::uint64_t bytes_needed,
                                    const WriteFiles& write_files,
                                    const FileCalls& calls = real_file_calls());

/// Manifest read; every file's size compared, and its hash when `verify_hashes`. Errors name the file.
Result<Checkpoint> open_checkpoint(const std::filesystem::path& folder, bool verify_hashes);

/// Complete checkpoints (sizes right), oldest first, by the step in the manifest. Temporary folders are not
/// listed.
std::vector<Checkpoint> list_checkpoints(const std::filesystem::path& checkpoints);

/// The newest whose hashes verify; `skipped` gets a sentence for each newer one that does not.
std::optional<Checkpoint> newest_valid_checkpoint(const std::filesystem::path& checkpoints,
                                                  std::vector<std::string>& skipped);

/// The best by validation loss among those marked, if there is one; its content is not verified.
std::optional<Checkpoint> best_checkpoint(const std::filesystem::path& checkpoints);

/// The best whose hashes verify; `skipped` gets a sentence for each better one that does not.
std::optional<Checkpoint> best_valid_checkpoint(const std::filesystem::path& checkpoints,
                                                std::vector<std::string>& skipped);

/// Which checkpoints stay when a new one was written.
struct Retention {
    std::int64_t keep_last = 1;  // the newest, at least 1
    bool keep_best = false;
    /// The newest of which this is true stays too: a run may go back to it. None: no such.
    std::function<bool(const Checkpoint&)> goes_back_to = {};
};

/// What `wanted` does not keep, oldest first.
std::vector<Checkpoint> spare_checkpoints(const std::filesystem::path& checkpoints, const Retention& wanted);

/// Removes what `wanted` does not keep. Never the only valid one: nothing goes before one that stays was read
/// back and verified. The names of those removed.
Result<std::vector<std::string>> retain_checkpoints(const std::filesystem::path& checkpoints,
                                                    const Retention& wanted);

/// Removes those of later steps: of a course that the run has left. The names of those removed.
Result<std::vector<std::string>> remove_checkpoints_after(const std::filesystem::path& checkpoints,
                                                          std::int64_t step);

}  // namespace tunebench
