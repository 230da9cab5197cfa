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

Verdict judge(const fs::path& checkpoints, std::int64_t keep_last, bool keep_best) {
    const auto best = keep_best ? best_checkpoint(checkpoints) : std::nullopt;
    auto complete = list_checkpoints(checkpoints);
    std::ranges::reverse(complete);
    Verdict verdict;
    std::int64_t newest = 0;
    for (auto& checkpoint : complete) {
        const bool is_best = best && best->folder == checkpoint.folder;
        const bool stays = newest < std::max<std::int64_t>(1, keep_last) || is_best;
        ++newest;
        (stays ? verdict.kept : verdict.gone).push_back(std::move(checkpoint));
    }
    return verdict;
}

}  // namespace

Result<std::vector<std::string>> retain_checkpoints(const fs::path& checkpoints, std::int64_t keep_last,
                                                    bool keep_best) {
    auto [kept, gone] = judge(checkpoints, keep_last, keep_best);
    std::vector<std::string> removed;
    if (gone.empty())
        return removed;
    if (!std::ranges::any_of(kept, is_valid)) {
        const auto valid = std::ranges::find_if(gone, is_valid);
        if (valid != gone.end())
            gone.erase(valid);
    }
    // Oldest first: whatever interrupts this, the newest are still there.
    for (auto it = gone.rbegin(); it != gone.rend(); ++it) {
        TRY_VOID(remove_checkpoint(it->folder));
        removed.push_back(it->name());
    }
    return removed;
}

void sweep_temporary_checkpoints(const fs::path& checkpoints) {
    std::vector<fs::path> leftovers;
    std::error_code failed;
    for (fs::directory_iterator it(checkpoints, failed), end; !failed && it != end; it.increment(failed))
        if (it->path().filename().string().starts_with(kTemporaryMarker))
            leftovers.push_back(it->path());
    for (const auto& folder : leftovers)
        fs::remove_all(folder, failed);
}

}  // namespace tunebench
