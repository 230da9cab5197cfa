#include <cerrno>
#include <fcntl.h>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/base/write_all.h"

namespace tunebench {

Result<void> sync_directory(const std::filesystem::path& folder, const FileCalls& calls) {
    const int descriptor = open_retrying(calls, folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    if (descriptor < 0)
        return file_error(errno, "open", folder);
    const int error = sync_retrying(calls, descriptor);
    calls.close(descriptor);
    if (error != 0 && error != EINVAL && error != ENOTSUP)
        return file_error(error, "sync", folder);
    return {};
}

Result<void> rename_durably(const std::filesystem::path& from, const std::filesystem::path& to,
                            const FileCalls& calls) {
    if (calls.rename(from.c_str(), to.c_str()) != 0) {
        const int error = errno;
        std::error_code ignored;
        if (!std::filesystem::exists(from, ignored))
            return file_error(error, "rename", from);
        return is_out_of_space(error) ? out_of_space(to, 0, calls)
                                      : file_error(error, fmt::format("rename {} to", from.string()), to);
    }
    static_cast<void>(sync_directory(folder_of(to), calls));
    return {};
}

Result<std::uint64_t> free_bytes(const std::filesystem::path& path, const FileCalls& calls) {
    std::error_code ignored;
    std::filesystem::path existing = path;
    while (!existing.empty() && existing != existing.parent_path() &&
           !std::filesystem::exists(existing, ignored))
        existing = existing.parent_path();
    if (existing.empty())
        existing = ".";
    struct statvfs status {};
    int result = 0;
    do
        result = calls.statvfs(existing.c_str(), &status);
    while (result != 0 && errno == EINTR);
    if (result != 0)
        return file_error(errno, "ask for the free space of", existing);
    return static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
}

}  // namespace tunebench
