#include "core/base/file_errors.h"

#include <cerrno>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/durable_file.h"

namespace tunebench {

namespace {

struct Explanation {
    ErrorCode code = ErrorCode::Io;
    std::string reason = {};
    std::string hint = {};
};

Explanation explain_missing(const std::filesystem::path& path) {
    std::error_code ignored;
    const auto folder = folder_of(path);
    if (std::filesystem::exists(folder, ignored))
        return {ErrorCode::NotFound, "it does not exist", "Check the name."};
    return {ErrorCode::NotFound, fmt::format("the folder {} does not exist", folder.string()),
            "Create the folder, or choose another one."};
}

Explanation explain(int error_number, const std::filesystem::path& path) {
    const std::string folder = folder_of(path).string();
    switch (error_number) {
        case ENOENT:
            return explain_missing(path);
        case ENOTDIR:
            return {ErrorCode::NotFound, fmt::format("{} is not a folder", folder), "Check the path."};
        case EACCES:
        case EPERM:
            return {ErrorCode::Io,
                    fmt::format("this user has no permission for it or for the folder {}", folder),
                    "Change the permissions, or choose another folder."};
        case EROFS:
            return {ErrorCode::Io, fmt::format("the folder {} is on a read-only file system", folder),
                    "Choose another folder."};
        case EISDIR:
            return {ErrorCode::Io, "it is a folder, not a file", "Give the path of a file."};
        case ENAMETOOLONG:
            return {ErrorCode::InvalidArgument, "its name is too long for the file system",
                    "Choose a shorter name."};
        case EFBIG:
            return {ErrorCode::Io, "the file system does not take files of this size",
                    "Choose a folder on another disk."};
        case EMFILE:
        case ENFILE:
            return {ErrorCode::Io, "too many files are open", "Close other programs, or raise `ulimit -n`."};
        case EIO:
            return {ErrorCode::Io, "the disk reports an input/output error",
                    "Check the disk and its cable or network connection, then try again."};
        default:
            return {ErrorCode::Io, std::generic_category().message(error_number),
                    "Try again, or choose another folder."};
    }
}

}  // namespace

Error file_error(int error_number, std::string_view action, const std::filesystem::path& path) {
    Explanation explanation = explain(error_number, path);
    return {.code = explanation.code,
            .message = fmt::format("Cannot {} {}: {}.", action, path.string(), explanation.reason),
            .hint = std::move(explanation.hint)};
}

Error out_of_space(const std::filesystem::path& path, std::uint64_t needed_bytes, const FileCalls& calls) {
    const auto free = free_bytes(path, calls);
    const std::string has = free ? format_bytes(*free) : "too little";
    Error error{.code = ErrorCode::OutOfSpace,
                .message = fmt::format("Cannot write {}: it needs {}, and its disk has {} free.",
                                       path.string(), format_bytes(needed_bytes), has),
                .hint = "Free some space, check the disk quota, or choose a folder on another disk."};
    if (free && *free < needed_bytes)
        error.hint = fmt::format("Free at least {}, or choose a folder on another disk.",
                                 format_bytes(needed_bytes - *free));
    return error;
}

bool is_out_of_space(int error_number) {
    return error_number == ENOSPC || error_number == EDQUOT;
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

}  // namespace tunebench
