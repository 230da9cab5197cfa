// Files that survive a crash. A file is written to a temporary in the same folder, synced, renamed over the
// old one, and its folder synced: at every moment the path holds the whole old file or the whole new one. Not
// for two threads at once on one object.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/file_calls.h"
#include "core/base/result.h"

namespace tunebench {

/// Temporaries are named ".<name>.tmp-<unique>": what sweep_temporaries looks for.
inline constexpr std::string_view kTemporaryMarker = ".tmp-";

/// The whole file. NotFound, Io (a folder, no permission, a read error), or Corrupt when it is larger than
/// `max_bytes`. Regular files only, so that a pipe cannot block.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes);

/// Replaces the file at `path` by `bytes`, or leaves it as it was. An existing file's permissions are kept, a
/// new one gets those of the umask; a symbolic link is replaced and its target not touched. Errors:
/// OutOfSpace with the size needed and free, Io otherwise (a folder that is missing or cannot be written is
/// named).
Result<void> write_file_durably(const std::filesystem::path& path, std::string_view bytes,
                                const FileCalls& calls = real_file_calls());

/// Whether write_file_durably could write at `path` now, for work that ends with that. Leaves nothing behind;
/// errors as there.
Result<void> check_writable(const std::filesystem::path& path, const FileCalls& calls = real_file_calls());

/// fsync of a folder, which makes the names in it durable. File systems that cannot do so count as synced.
Result<void> sync_directory(const std::filesystem::path& folder, const FileCalls& calls = real_file_calls());

/// rename (file or folder) and sync of the parent folder. Once renamed, a failing sync is no error: the new
/// name is there, only its survival of a power cut is not certain.
Result<void> rename_durably(const std::filesystem::path& from, const std::filesystem::path& to,
                            const FileCalls& calls = real_file_calls());

/// Bytes that an unprivileged user may still write on the file system of `path` (or of its nearest existing
/// parent).
Result<std::uint64_t> free_bytes(const std::filesystem::path& path,
                                 const FileCalls& calls = real_file_calls());

/// write_file_durably in pieces: open, append, ..., commit. Without commit the destructor removes the
/// temporary and the old file stays.
class DurableFileWriter {
public:
    /// `expected_bytes` (0: not known): OutOfSpace at once when the disk has less, instead of in the middle.
    static Result<DurableFileWriter> open(const std::filesystem::path& path, std::uint64_t expected_bytes = 0,
                                          const FileCalls& calls = real_file_calls());

    DurableFileWriter(DurableFileWriter&& other) noexcept;
    DurableFileWriter& operator=(DurableFileWriter&& other) noexcept;
    DurableFileWriter(const DurableFileWriter&) = delete;
    DurableFileWriter& operator=(const DurableFileWriter&) = delete;
    ~DurableFileWriter();

    /// After an error the writer is closed, the temporary removed, and every further call fails.
    Result<void> append(std::string_view bytes);

    /// Sync, rename, sync of the folder. After success the file at `path` is the new one.
    Result<void> commit();

    std::uint64_t bytes_written() const { return written_; }

    /// After commit: false when the file is in place but the folder could not be synced (worth a warning).
    bool directory_synced() const { return directory_synced_; }

private:
    DurableFileWriter() = default;
    void discard();
    Error fail(int error_number, std::uint64_t needed_bytes);

    const FileCalls* calls_ = nullptr;
    std::filesystem::path path_ = {};
    std::filesystem::path temporary_ = {};
    std::uint64_t expected_ = 0;
    std::uint64_t written_ = 0;
    int descriptor_ = -1;
    bool directory_synced_ = false;
};

/// A file of lines that only grows (events.jsonl). A line is in the file whole or not at all: an incomplete
/// last line left by a crash is cut off when the file is opened, and a failed append is taken back.
class AppendFile {
public:
    static Result<AppendFile> open(const std::filesystem::path& path,
                                   const FileCalls& calls = real_file_calls());

    AppendFile(AppendFile&& other) noexcept;
    AppendFile& operator=(AppendFile&& other) noexcept;
    AppendFile(const AppendFile&) = delete;
    AppendFile& operator=(const AppendFile&) = delete;
    ~AppendFile();

    /// Writes `line` and a newline. The line itself must not contain one (InvalidArgument).
    Result<void> append_line(std::string_view line);

    /// Returns once everything appended is on the disk.
    Result<void> sync();

    std::uint64_t size() const { return size_; }  // bytes

private:
    AppendFile() = default;
    void close();

    const FileCalls* calls_ = nullptr;
    std::filesystem::path path_ = {};
    std::uint64_t size_ = 0;
    int descriptor_ = -1;
    bool directory_synced_ = false;
};

}  // namespace tunebench
