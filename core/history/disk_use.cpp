#include "core/history/disk_use.h"

#include <algorithm>
#include <system_error>

#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/history/history_files.h"
#include "core/run/checkpoint.h"
#include "core/run/retention.h"
#include "core/run/run_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

/// What has gone since its folder was read is not missed.
void note(std::optional<Error>& unread, const std::error_code& failed, const fs::path& path) {
    if (!unread && failed && failed != std::errc::no_such_file_or_directory)
        unread = file_error(failed.value(), "read", path);
}

void add(std::uint64_t& bytes, std::optional<Error>& unread, const FolderSize& size) {
    bytes += size.bytes;
    if (!unread)
        unread = size.unread;
}

/// Of a file, or of all below a folder.
FolderSize size_of(const fs::directory_entry& entry) {
    FolderSize size;
    std::error_code failed;
    if (entry.is_symlink(failed))
        return size;
    if (entry.is_directory(failed))
        return folder_size(entry.path());
    if (entry.is_regular_file(failed)) {
        const auto bytes = entry.file_size(failed);
        size.bytes = failed ? 0 : bytes;
    }
    note(size.unread, failed, entry.path());
    return size;
}

std::uint64_t& part_of(DiskUse& use, const std::string& name) {
    if (name == "checkpoints")
        return use.checkpoints;
    if (name == "adapter")
        return use.result;
    if (name == "export")
        return use.exports;
    return name == "events.jsonl" ? use.log : use.other;
}

/// All of them or none.
Result<void> move_checkpoints(const fs::path& from, const fs::path& to,
                              const std::vector<std::string>& names) {
    std::error_code failed;
    fs::create_directories(to, failed);
    if (failed)
        return file_error(failed.value(), "create", to);
    for (auto name = names.begin(); name != names.end(); ++name)
        if (const auto moved = rename_durably(from / *name, to / *name); !moved) {
            std::for_each(names.begin(), name, [&](const std::string& before) {
                static_cast<void>(rename_durably(to / before, from / before));
            });
            return moved;
        }
    return {};
}

/// No value when there is no run in the folder that a process could train.
Result<std::optional<RunLock>> lock_of(const fs::path& run_folder) {
    std::optional<RunLock> lock;
    if (const auto run = RunFolder::open(run_folder)) {
        TRY(lock, RunLock::acquire_alone(*run));
    }
    return lock;
}

}  // namespace

FolderSize folder_size(const fs::path& folder) {
    FolderSize sum;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
        add(sum.bytes, sum.unread, size_of(*it));
    note(sum.unread, failed, folder);
    return sum;
}

DiskUse disk_use(const fs::path& run_folder) {
    DiskUse use;
    std::error_code failed;
    for (fs::directory_iterator it(run_folder, failed), end; !failed && it != end; it.increment(failed))
        add(part_of(use, it->path().filename().string()), use.unread, size_of(*it));
    note(use.unread, failed, run_folder);
    return use;
}

std::vector<std::string> spare_checkpoints(const fs::path& run_folder) {
    const auto run = RunFolder::open(run_folder);
    auto needed = run ? retention_of(run->manifest().config) : Retention();
    needed.keep_last = 1;
    needed.keep_best = true;
    std::vector<std::string> names;
    for (const auto& checkpoint : spare_checkpoints(run_folder / "checkpoints", needed))
        names.push_back(checkpoint.name());
    return names;
}

Result<void> put_checkpoints_away(const fs::path& data_folder, const fs::path& run_folder,
                                  const std::vector<std::string>& names) {
    TRY(const auto lock, lock_of(run_folder));
    const auto trash = HistoryFiles(data_folder).spare_checkpoints / run_folder.filename();
    return move_checkpoints(run_folder / "checkpoints", trash, names);
}

Result<void> bring_checkpoints_back(const fs::path& data_folder, const fs::path& run_folder,
                                    const std::vector<std::string>& names) {
    TRY(const auto lock, lock_of(run_folder));
    const auto trash = HistoryFiles(data_folder).spare_checkpoints / run_folder.filename();
    return move_checkpoints(trash, run_folder / "checkpoints", names);
}

}  // namespace tunebench
