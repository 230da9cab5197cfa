// How far a run is with reading its data, as events.
#pragma once

#include "core/data/reading_progress.h"
#include "core/jobs/run_event.h"

namespace tunebench {

/// "Reading train.jsonl: 12,000 rows, 41 % of 1.2 GiB"
PhaseChanged reading_phase(const ExamineProgress& progress);

/// Tells `sink` some times a second, and of each file's beginning; nothing for an empty one.
OnExamineProgress reading_reports(std::function<void(const RunEvent&)> sink);

}  // namespace tunebench
