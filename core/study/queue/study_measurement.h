// On what the results of a study are measured: the same examples, cut the same way, for every method.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/engine_api/engine.h"
#include "core/study/plan/study_settings.h"
#include "core/study/queue/measured_run.h"
#include "core/study/queue/study_inputs.h"

namespace tunebench {

enum class MeasuredOn { HeldOut, Training, General };

/// Those that the study asks for; of a base model that is not trained, without the training data.
std::vector<MeasuredOn> measurements_of(const StudySettings& study, bool is_trained);

/// The data are cut as the base's, whatever a method changes.
EvaluateRequest evaluate_request(const StudySettings& study, MeasuredOn on, const RunConfig& config,
                                 const std::filesystem::path& result);

/// Files that the base trains on and that methods are judged by, for held-out or general text: what is
/// measured on them tells nothing about either. Slices of one file are taken for different rows.
std::vector<std::filesystem::path> trained_and_judged(const StudySettings& study);

/// Puts what was measured where it belongs.
void keep_report(MeasuredRun& run, MeasuredOn on, const EvaluationReport& report);

/// Changes when the data, what their files hold, or how they are read change.
std::string measurement_fingerprint(const StudySettings& study, const StudyInputs& inputs);

}  // namespace tunebench
