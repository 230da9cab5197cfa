// A study in the terminal: printed while it runs, stopped by Ctrl-C.
#pragma once

#include <chrono>

#include "app/cli/engine_process.h"
#include "core/study/queue/study_queue.h"

namespace tunebench::cli {

struct StudySessionOptions {
    bool retry_failed = false;
    bool quiet = false;  // nothing but errors
    std::chrono::seconds plain_interval{10};
};

struct StudySessionEnd {
    StudyEnd end = StudyEnd::Done;
    StudyResults results = {};
};

/// Blocks until the study is over. The first interrupt saves the run at work and ends the study, the second
/// aborts.
StudySessionEnd run_study(EngineProcess& process, const StudyPlan& plan, const StudyFolder& folder,
                          const StudySessionOptions& options);

}  // namespace tunebench::cli
