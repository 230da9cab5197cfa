#include "core/run/run_recorder.h"

#include "core/history/history.h"
#include "core/jobs/run_event_json.h"

namespace tunebench {
namespace {

/// Steps may be lost in a power cut; what they led to may not.
bool is_state_change(const RunEvent& event) {
    return std::holds_alternative<RunStarted>(event) || std::holds_alternative<EvaluationDone>(event) ||
           std::holds_alternative<CheckpointSaved>(event) || std::holds_alternative<RunFinished>(event);
}

}  // namespace

Result<RunRecorder> RunRecorder::open(const RunFolder& folder, History* history) {
    TRY(auto file, AppendFile::open(folder.events_file()));
    if (history)
        history->begin_run(folder);
    return RunRecorder(std::move(file), folder.manifest().id, history);
}

Result<void> RunRecorder::record(const RunEvent& event) {
    TRY_VOID(file_.append_line(run_event_to_line(event, timestamp_now())));
    if (is_state_change(event))
        TRY_VOID(file_.sync());
    if (history_)
        history_->record(run_id_, event);
    return {};
}

}  // namespace tunebench
