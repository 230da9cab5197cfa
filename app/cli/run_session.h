// One session of a run in the terminal: started or resumed, printed, steered by signals.
#pragma once

#include "app/cli/engine_process.h"
#include "app/cli/exit_code.h"
#include "app/cli/run_printer.h"
#include "app/cli/run_signals.h"
#include "app/cli/run_target.h"

namespace tunebench::cli {

/// Blocks until the session has ended. The first interrupt saves and stops, the second aborts. `signals` are
/// older than the process, whose threads inherit what is blocked.
ExitCode run_session(EngineProcess& process, RunSignals& signals, const RunTarget& target,
                     RunPrinter& printer, bool json);

}  // namespace tunebench::cli
