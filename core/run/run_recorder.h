// RunRecorder: writes every event of a run to events.jsonl, on the worker thread, before anyone sees it, and
// hands it on to history. Window and command line leave the same history because both go through here.
#pragma once

#include <memory>
#include <string>

#include "core/base/durable_file.h"
#include "core/base/result.h"
#include "core/jobs/run_event.h"
#include "core/run/run_folder.h"

namespace tunebench {

class History;

class RunRecorder {
public:
    /// Appends when the run is resumed; a torn last line of a killed process is cut off first. `history` may
    /// be null.
    static Result<RunRecorder> open(const RunFolder& folder, History* history);

    /// Synced to disk at state changes (started, evaluation, checkpoint, finished), not at every step.
    Result<void> record(const RunEvent& event);

private:
    RunRecorder(AppendFile file, std::string run_id, History* history)
        : file_(std::move(file)), run_id_(std::move(run_id)), history_(history) {}

    AppendFile file_;
    std::string run_id_;
    History* history_ = nullptr;
};

}  // namespace tunebench
