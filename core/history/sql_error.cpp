#include "core/history/sql_error.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace tunebench {

Error sql_error(int code, std::string_view detail, const std::filesystem::path& database) {
    const std::string file = database.string();
    switch (code & 0xff) {
        case SQLITE_FULL:
            return {ErrorCode::OutOfSpace,
                    fmt::format("The history {} cannot be written: the disk is full.", file),
                    "Free some space. Nothing is lost: what is missing is taken from the runs' folders at "
                    "the next "
                    "start."};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {
                ErrorCode::Corrupt, fmt::format("The history {} is damaged.", file),
                "Close every Tunebench and start it again: the file is kept aside under another name and the "
                "history is rebuilt from the runs' folders."};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {ErrorCode::Io, fmt::format("The history {} is not writable.", file),
                    "Check the permissions of the file and of its folder, or choose another data folder with "
                    "TUNEBENCH_DATA."};
        case SQLITE_CANTOPEN:
            return {ErrorCode::Io, fmt::format("The history {} cannot be opened.", file),
                    "Check that its folder exists and that you may write in it, or choose another data "
                    "folder with "
                    "TUNEBENCH_DATA."};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCode::Io, fmt::format("The history {} is kept busy by another process.", file),
                    "Nothing is lost: what is missing is taken from the runs' folders."};
        case SQLITE_IOERR:
            return {ErrorCode::Io,
                    fmt::format("The history {} cannot be read or written: the disk reports an error.", file),
                    "Check the disk. What is missing is taken from the runs' folders at the next start."};
        case SQLITE_NOMEM:
            return {ErrorCode::OutOfMemory,
                    fmt::format("There is not enough memory to use the history {}.", file),
                    "Close other programs."};
        default:
            return {ErrorCode::Internal,
                    fmt::format("The history {} refused a statement: {} (code {}).", file, detail, code),
                    "This is a mistake of the program; please report it."};
    }
}

}  // namespace tunebench
