// How long the run will be: steps and tokens from its data, and time from a step that was measured; worked
// out off the UI thread.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/data/run_length.h"
#include "core/run/measured_step.h"
#include "ui/pages/loaded_tokenizer.h"

namespace tunebench::ui {

/// What is kept from one answer to the next: data are read again only when something about them has changed.
struct LengthMemory {
    std::shared_ptr<const LoadedTokenizer> tokenizer = {};
    std::string key = {};
    std::shared_ptr<const MeasuredData> data = {};
};

struct LengthAnswer {
    std::optional<Error> error = {};
    RunLength length = {};
    std::optional<MeasuredStep> step = {};  // none: not measured yet
    LengthMemory memory = {};               // to be handed in again
};

/// `history`: the database; it may be missing.
LengthAnswer lengthOf(const RunConfig& config, LengthMemory memory, const std::filesystem::path& history,
                      const CancelToken& cancel);

/// Seconds of training, where a step was measured and something but the clock ends the run; else what the
/// clock allows, if it ends it.
std::optional<double> trainingSeconds(const RunConfig& config, const RunLength& length,
                                      const std::optional<MeasuredStep>& step);

}  // namespace tunebench::ui
