#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <stdio.h>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/file_errors.h"
#include "core/base/sha256.h"
#include "core/base/write_all.h"
#include "core/run/checkpoint.h"
#include "core/run/checkpoint_manifest.h"
#include "core/run/run_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

Error no_room(const fs::path& checkpoints, std::uint64_t needed, std::uint64_t available) {
    return {.code = ErrorCode::OutOfSpace,
            .message = fmt::format("A checkpoint needs {} and the disk of {} has {} free",
                                   format_bytes(needed), checkpoints.string(), format_bytes(available)),
            .hint = "Free some space and continue the run; the older checkpoints are untouched.",
            .field = "checkpoints.keep_last"};
}

Result<void> check_room(const fs::path& checkpoints, std::uint64_t needed, const FileCalls& calls) {
    const auto available = free_bytes(checkpoints, calls);
    // Unknown is not a reason to lose a checkpoint: the writes themselves report a full disk.
    if (available && *available < needed)
        return no_room(checkpoints, needed, *available);
    return {};
}

Error failed_to(std::string_view action, int error_number, const fs::path& path) {
    auto error = file_error(error_number, action, path);
    if (is_out_of_space(error_number)) {
        error.code = ErrorCode::OutOfSpace;
        error.hint = "Free some space and continue the run; the older checkpoints are untouched.";
    }
    return error;
}

Result<void> make_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        return failed_to("create", failed.value(), folder);
    return {};
}

Result<void> sync_file(const fs::path& file, const FileCalls& calls) {
    const int descriptor = open_retrying(calls, file.c_str(), O_RDONLY | O_CLOEXEC, 0);
    if (descriptor < 0)
        return failed_to("open", errno, file);
    const int failed = sync_retrying(calls, descriptor);
    calls.close(descriptor);
    if (failed != 0)
        return failed_to("write", failed, file);
    return {};
}

/// Syncs and hashes what was written, in the order of the names.
Result<std::vector<CheckpointFile>> take_stock(const fs::path& folder, const FileCalls& calls) {
    std::vector<CheckpointFile> files;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        if (!it->is_regular_file(failed))
            return Error{
                .code = ErrorCode::Internal,
                .message = fmt::format("A checkpoint holds files only, not {}", it->path().string())};
        TRY_VOID(sync_file(it->path(), calls));
        CheckpointFile file = {.name = it->path().filename().string(), .bytes = it->file_size(failed)};
        TRY(file.sha256, sha256_of_file(it->path()));
        files.push_back(std::move(file));
    }
    if (failed)
        return file_error(failed.value(), "read", folder);
    std::ranges::sort(files, {}, &CheckpointFile::name);
    return files;
}

Result<CheckpointManifest> fill(const fs::path& folder, CheckpointManifest manifest,
                                const WriteFiles& write_files, const FileCalls& calls) {
    TRY_VOID(write_files(folder));
    TRY(manifest.files, take_stock(folder, calls));
    if (manifest.created_at.empty())
        manifest.created_at = timestamp_now();
    TRY_VOID(write_file_durably(folder / kCheckpointManifestName,
                                json_text(checkpoint_manifest_to_json(manifest), 2) + "\n", calls));
    TRY_VOID(sync_directory(folder, calls));
    return manifest;
}

/// The new folder takes the old one's name in one step, so that at no moment neither is there.
bool exchange(const fs::path& a, const fs::path& b) {
    return renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0;
}

/// Where the checkpoint ends up: under its name, or beside it where the file system cannot exchange folders.
Result<fs::path> put_in_place(const fs::path& temporary, const fs::path& target, const FileCalls& calls) {
    std::error_code failed;
    if (!fs::exists(target, failed)) {
        TRY_VOID(rename_durably(temporary, target, calls));
        return target;
    }
    if (exchange(temporary, target)) {
        [[maybe_unused]] const auto synced = sync_directory(target.parent_path(), calls);
        fs::remove_all(temporary, failed);
        return target;
    }
    const auto beside = fs::path(target.string() + "-" + new_run_id());
    TRY_VOID(rename_durably(temporary, beside, calls));
    fs::remove_all(target, failed);
    return beside;
}

/// Gone with what is in it, unless it was put in its place: whatever ends the writing, an exception too.
struct TemporaryFolder {
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    const fs::path path;
};

}  // namespace

std::string checkpoint_name(std::int64_t step) {
    return fmt::format("step-{:08}", step);
}

Result<Checkpoint> write_checkpoint(const fs::path& checkpoints, const CheckpointManifest& manifest,
                                    std::uint64_t bytes_needed, const WriteFiles& write_files,
                                    const FileCalls& calls) {
    TRY_VOID(make_folder(checkpoints));
    TRY_VOID(check_room(checkpoints, bytes_needed, calls));
    const auto name = checkpoint_name(manifest.step);
    const TemporaryFolder temporary{checkpoints /
                                    fmt::format("{}{}-{}", kTemporaryMarker, name, new_run_id())};
    TRY_VOID(make_folder(temporary.path));
    TRY(auto filled, fill(temporary.path, manifest, write_files, calls));
    TRY(auto folder, put_in_place(temporary.path, checkpoints / name, calls));
    return Checkpoint{.folder = std::move(folder), .manifest = std::move(filled)};
}

}  // namespace tunebench
