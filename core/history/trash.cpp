#include "core/history/trash.h"

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/file_errors.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

Result<void> remove_folder(const fs::path& folder) {
    std::error_code failed;
    fs::remove_all(folder, failed);
    if (failed)
        return file_error(failed.value(), "remove", folder);
    return {};
}

Result<void> make_parent(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder.parent_path(), failed);
    if (failed)
        return file_error(failed.value(), "create", folder.parent_path());
    return {};
}

}  // namespace

Result<fs::path> Trash::folder_of_run(const std::string& run_id) {
    bool is_known = false;
    fs::path folder;
    TRY_VOID(history_.write(Database::Durability::Normal, [&]() -> Result<void> {
        TRY(const auto position, history_.runs().find(run_id));
        is_known = position.has_value();
        TRY(folder, history_.runs().folder(run_id));
        return {};
    }));
    if (!is_known)
        return Error{ErrorCode::NotFound, fmt::format("The history has no run {}.", run_id)};
    return folder;
}

Result<void> Trash::set_deleted(const std::string& run_id, bool deleted) {
    TRY(const auto from, folder_of_run(run_id));
    const fs::path to = (deleted ? files_.trash : files_.runs) / from.filename();
    if (to == files_.spare_checkpoints)
        return Error{
            ErrorCode::InvalidArgument,
            fmt::format("The folder {} has the name that the trash keeps checkpoints under.", from.string()),
            "Give the folder another name, and start Tunebench again."};
    std::error_code ignored;
    // Held while the folder moves, so that nobody begins to train or to read in it. A run that cannot be read
    // can be deleted too.
    std::optional<RunLock> lock;
    if (const auto run = RunFolder::open(from)) {
        TRY(lock, RunLock::acquire_alone(*run));
    }
    const bool moves = from != to && fs::exists(from, ignored) && (deleted || !fs::exists(to, ignored));
    if (moves)
        TRY_VOID(move(from, to));
    const auto written = history_.write(Database::Durability::Full, [&] {
        return history_.runs().set_place(run_id, to, deleted ? timestamp_now() : std::string());
    });
    if (!written && moves)
        static_cast<void>(rename_durably(to, from));
    return written;
}

Result<void> Trash::move(const fs::path& from, const fs::path& to) {
    TRY_VOID(make_parent(to));
    // The rest of an earlier one of that name, which the history does not know.
    if (to.parent_path() == files_.trash)
        TRY_VOID(remove_folder(to));
    return rename_durably(from, to);
}

Result<bool> Trash::remove_run(std::chrono::hours age) {
    std::vector<KnownRun> runs;
    const auto time = timestamp_at(std::chrono::system_clock::now() - age);
    TRY_VOID(history_.write(Database::Durability::Normal, [&]() -> Result<void> {
        TRY(runs, history_.runs().deleted_by(time));
        return {};
    }));
    Result<bool> nothing_left = false;
    for (const KnownRun& run : runs) {
        if (run.folder.parent_path() == files_.trash)
            if (const auto removed = remove_folder(run.folder); !removed) {
                nothing_left = removed.error();  // the others go all the same
                continue;
            }
        TRY_VOID(history_.write(Database::Durability::Normal,
                                [&] { return history_.runs().remove(run.position.key); }));
        return true;
    }
    return nothing_left;
}

/// A folder of these is as old as what was put into it last.
Result<bool> Trash::remove_checkpoints(std::chrono::hours age) {
    Result<bool> nothing_left = false;
    std::error_code failed;
    for (fs::directory_iterator it(files_.spare_checkpoints, failed), end; !failed && it != end;
         it.increment(failed)) {
        std::error_code gone;
        const auto time = fs::last_write_time(it->path(), gone);
        if (gone || time > fs::file_time_type::clock::now() - age)
            continue;
        if (const auto removed = remove_folder(it->path()))
            return true;
        else
            nothing_left = removed.error();
    }
    return nothing_left;
}

Result<bool> Trash::empty_step(std::chrono::hours age) {
    const auto run = remove_run(age);
    if (run && *run)
        return true;
    const auto checkpoints = remove_checkpoints(age);
    return run || (checkpoints && *checkpoints) ? checkpoints : run;
}

Result<void> Trash::empty(std::chrono::hours age) {
    bool more = true;
    while (more) {
        TRY(more, empty_step(age));
    }
    return {};
}

}  // namespace tunebench
