// The command line as a whole: parses, finds the subcommand, executes it.
#pragma once

#include "app/cli/exit_code.h"

namespace tunebench::cli {

/// Prints what there is to print; no exception leaves it.
ExitCode run_program(int argc, char** argv);

}  // namespace tunebench::cli
