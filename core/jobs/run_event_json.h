// RunEvent as one line of events.jsonl and back. Doubles keep every bit; NaN and infinities are the texts
// "NaN", "Infinity" and "-Infinity". Event names and keys are part of the format: they never change.
#pragma once

#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/jobs/run_event.h"

namespace tunebench {

/// `time`: when it happened, ISO 8601 UTC; stored with the event.
std::string run_event_to_line(const RunEvent& event, std::string_view time);

struct TimedRunEvent {
    RunEvent event = {};
    std::string time = {};
};
Result<TimedRunEvent> run_event_from_line(std::string_view line, std::string_view source_name);

std::string_view exit_cause_text(ExitCause cause);  // "completed", …: stored
std::string_view run_phase_text(RunPhase phase);    // "training", …: stored

}  // namespace tunebench
