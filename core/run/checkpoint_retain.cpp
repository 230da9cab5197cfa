#include <algorithm>

#include <fmt/format.h>

#include "core/base/file_errors.h"
#include "core/run/checkpoint.h"
#include "core/run/run_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

/// Renamed first: a process killed while files are being removed leaves a temporary, not half a checkpoint.
Result<void> remove_checkpoint(const fs::path& folder) {
    const auto temporary = folder.parent_path() / fmt::format("{}removed-{}", kTemporaryMarker, new_run_id());
    std::error_code failed;
    fs::rename(folder, temporary, failed);
    if (failed)
        return file_error(failed.value(), "remove", folder);
    fs::remove_all(temporary, failed);
    return {};
}

bool is_valid(const Checkpoint& checkpoint) {
    return open_checkpoint(checkpoint.folder, /*verify_hashes=*/true).has_value();
}

struct Verdict {
    std::vector<Checkpoint> kept = {};  // newest first
    std::vector<Checkpoint> gone = {};  // newest first
};

Verdict judge(const fs::path& checkpoints, const Retention& wanted) {
    const auto best = wanted.keep_best ? best_checkpoint(checkpoints) : std::nullopt;
    auto complete = list_checkpoints(checkpoints);
    std::ranges::reverse(complete);
    const auto back =
        wanted.goes_back_to ? std::ranges::find_if(complete, wanted.goes_back_to) : complete.end();
    Verdict verdict;
    std::int64_t newest = 0;
    for (auto it = complete.begin(); it != complete.end(); ++it) {
        const bool is_best = best && best->folder == it->folder;
        const bool stays = newest < std::max<std::int64_t>(1, wanted.keep_last) || is_best || it == back;
        ++newest;
        (stays ? verdict.kept : verdict.gone).push_back(std::move(*it));
    }
    return verdict;
}

Result<std::vector<std::string>> remove_each(const std::vector<Checkpoint>& checkpoints) {
    std::vector<std::string> removed;
    for (const auto& checkpoint : checkpoints) {
        TRY_VOID(remove_checkpoint(checkpoint.folder));
        removed.push_back(checkpoint.name());
    }
    return removed;
}

}  // namespace

std::vector<Checkpoint> spare_checkpoints(const fs::path& checkpoints, const Retention& wanted) {
    auto spare = judge(checkpoints, wanted).gone;
    std::ranges::reverse(spare);
    return spare;
}

Result<std::vector<std::string>> retain_checkpoints(const fs::path& checkpoints, const Retention& wanted) {
    auto [kept, gone] = judge(checkpoints, wanted);
    if (!gone.empty() && !std::ranges::any_of(kept, is_valid)) {
        const auto valid = std::ranges::find_if(gone, is_valid);
        if (valid != gone.end())
            gone.erase(valid);
    }
    // Oldest first: whatever interrupts this, the newest are still there.
    std::ranges::reverse(gone);
    return remove_each(gone);
}

Result<std::vector<std::string>> remove_checkpoints_after(const fs::path& checkpoints, std::int64_t step) {
    auto later = list_checkpoints(checkpoints);
    std::erase_if(later, [step](const Checkpoint& checkpoint) { return checkpoint.manifest.step <= step; });
    // Newest first: a process killed in between goes on from none that is newer than one that is left.
    std::ranges::reverse(later);
    return remove_each(later);
}

}  // namespace tunebench
