// The loops around system calls that may be interrupted or do only a part. Part of the durable files.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/file_calls.h"

namespace tunebench {

/// Writes everything. 0, or the errno of the call that failed; some of the bytes may be in the file then.
int write_all(const FileCalls& calls, int descriptor, std::string_view bytes);

/// open, again when interrupted. The descriptor, or -1 with errno.
int open_retrying(const FileCalls& calls, const char* path, int flags, mode_t mode);

/// fsync, again when interrupted. 0 or errno. Any other failure must not be tried again: the kernel may have
/// dropped the bytes and call the next fsync a success.
int sync_retrying(const FileCalls& calls, int descriptor);

}  // namespace tunebench
