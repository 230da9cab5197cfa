// The events of a run as lines of text for people.
#pragma once

#include <string>

#include "app/cli/run_printer.h"
#include "app/cli/terminal.h"
#include "core/jobs/run_event.h"

namespace tunebench::cli {

/// "8 of 100"; "8" of a run that the clock ends.
std::string steps_text(std::int64_t steps, std::int64_t total, std::string_view of = " of ");

std::string started_text(const RunStarted& started);
std::string step_text(const StepDone& done);  // without the step itself
std::string evaluation_text(const EvaluationDone& done, const Style& style);
std::string general_text(std::int64_t step, double loss);
/// "3.00 MiB predicted (+0.4 %)": of what was measured.
std::string predicted_text(std::uint64_t predicted, std::uint64_t measured);
std::string sample_text(const SampleDone& sample, const Style& style);
std::string checkpoint_text(const CheckpointSaved& saved, const Style& style);
std::string settings_text(const SettingsChanged& changed);

/// The block at the end: what came out, what it cost, where it lies.
std::string result_text(const RunFinished& finished, const RunStarted& started, const RunPlace& place,
                        const Style& style);

}  // namespace tunebench::cli
