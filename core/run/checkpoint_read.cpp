#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/sha256.h"
#include "core/run/checkpoint.h"
#include "core/run/checkpoint_manifest.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr JsonLimits kManifestLimits = {
    .max_bytes = std::size_t{1} << 20, .max_depth = 8, .max_values = 20000};

Error damaged(const fs::path& folder, std::string_view reason) {
    return {
        .code = ErrorCode::Corrupt,
        .message = fmt::format("The checkpoint {} is not complete: {}", folder.filename().string(), reason),
        .hint = "An older checkpoint is used where there is one."};
}

Result<void> check_file(const fs::path& folder, const CheckpointFile& file, bool verify_hash) {
    std::error_code failed;
    const auto path = folder / file.name;
    const auto bytes = fs::file_size(path, failed);
    if (failed)
        return damaged(folder, fmt::format("{} is missing", file.name));
    if (bytes != file.bytes)
        return damaged(folder, fmt::format("{} has {} bytes instead of {}", file.name, bytes, file.bytes));
    if (!verify_hash)
        return {};
    TRY(const auto hash, sha256_of_file(path));
    if (hash != file.sha256)
        return damaged(folder, fmt::format("the content of {} has changed since it was saved", file.name));
    return {};
}

bool is_checkpoint_name(const std::string& name) {
    return name.starts_with("step-");
}

/// Folders that could be checkpoints.
std::vector<fs::path> candidates(const fs::path& checkpoints) {
    std::vector<fs::path> folders;
    std::error_code failed;
    for (fs::directory_iterator it(checkpoints, failed), end; !failed && it != end; it.increment(failed))
        if (is_checkpoint_name(it->path().filename().string()))
            folders.push_back(it->path());
    std::ranges::sort(folders);
    return folders;
}

bool is_older(const Checkpoint& a, const Checkpoint& b) {
    if (a.manifest.step != b.manifest.step)
        return a.manifest.step < b.manifest.step;
    return a.manifest.created_at < b.manifest.created_at;
}

double loss_of(const Checkpoint& checkpoint) {
    const auto loss = checkpoint.manifest.validation_loss.value_or(std::numeric_limits<double>::infinity());
    return std::isnan(loss) ? std::numeric_limits<double>::infinity() : loss;
}

/// Those that are marked, the newest of equals first.
std::vector<Checkpoint> best_first(const fs::path& checkpoints) {
    auto marked = list_checkpoints(checkpoints);
    std::erase_if(marked, [](const Checkpoint& checkpoint) { return !checkpoint.manifest.is_best; });
    std::ranges::reverse(marked);
    std::ranges::stable_sort(marked, {}, loss_of);
    return marked;
}

}  // namespace

Result<Checkpoint> open_checkpoint(const fs::path& folder, bool verify_hashes) {
    const auto json = read_json_file(folder / kCheckpointManifestName, kManifestLimits);
    if (!json)
        return damaged(folder, json.error().message);
    auto manifest = checkpoint_manifest_from_json(*json);
    if (!manifest)
        return in_source(manifest.error(), (folder / kCheckpointManifestName).string());
    for (const auto& file : manifest->files)
        TRY_VOID(check_file(folder, file, verify_hashes));
    return Checkpoint{.folder = folder, .manifest = *std::move(manifest)};
}

std::vector<Checkpoint> list_checkpoints(const fs::path& checkpoints) {
    std::vector<Checkpoint> complete;
    for (const auto& folder : candidates(checkpoints))
        if (auto checkpoint = open_checkpoint(folder, /*verify_hashes=*/false))
            complete.push_back(*std::move(checkpoint));
    std::ranges::stable_sort(complete, is_older);
    return complete;
}

std::optional<Checkpoint> newest_valid_checkpoint(const fs::path& checkpoints,
                                                  std::vector<std::string>& skipped) {
    for (const auto& folder : candidates(checkpoints))
        if (const auto checkpoint = open_checkpoint(folder, /*verify_hashes=*/false); !checkpoint)
            skipped.push_back(checkpoint.error().message);
    auto complete = list_checkpoints(checkpoints);
    for (auto it = complete.rbegin(); it != complete.rend(); ++it) {
        auto checkpoint = open_checkpoint(it->folder, /*verify_hashes=*/true);
        if (checkpoint)
            return *std::move(checkpoint);
        skipped.push_back(checkpoint.error().message);
    }
    return std::nullopt;
}

std::optional<Checkpoint> best_checkpoint(const fs::path& checkpoints) {
    auto marked = best_first(checkpoints);
    return marked.empty() ? std::nullopt : std::optional(std::move(marked.front()));
}

std::optional<Checkpoint> best_valid_checkpoint(const fs::path& checkpoints,
                                                std::vector<std::string>& skipped) {
    for (const auto& marked : best_first(checkpoints)) {
        auto checkpoint = open_checkpoint(marked.folder, /*verify_hashes=*/true);
        if (checkpoint)
            return *std::move(checkpoint);
        skipped.push_back(checkpoint.error().message);
    }
    return std::nullopt;
}

}  // namespace tunebench
