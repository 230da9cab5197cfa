// The exit codes of tunebench-cli; scripts rely on them.
#pragma once

#include "core/base/result.h"

namespace tunebench::cli {

enum class ExitCode : int {
    Done = 0,
    Failed = 1,    // the reason is on stderr
    WrongUse = 2,  // a flag or a setting that the user can correct
    Stopped = 3    // by the user
};

/// InvalidArgument is wrong use, Cancelled is stopped, everything else failed.
ExitCode exit_code_of(const Error& error);

}  // namespace tunebench::cli
