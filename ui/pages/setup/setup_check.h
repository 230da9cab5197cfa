// SetupCheck: everything the setup page says about a run before it starts, worked out off the UI thread: what
// the model folder holds, what memory the run needs, what would stop it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/memory/calibration.h"
#include "core/memory/estimate.h"
#include "core/memory/largest_values.h"
#include "core/memory/memory_fit.h"
#include "core/models/model_config.h"
#include "core/run/method_cards.h"
#include "core/run/preflight.h"

namespace tunebench::ui {

struct ModelFacts {
    ModelConfig config = {};
    std::int64_t parameters = 0;
    std::uint64_t file_bytes = 0;  // of the weight files
};

struct SetupCheck {
    std::optional<Result<ModelFacts>> model = {};         // none: no folder was chosen
    std::optional<Result<MemoryEstimate>> estimate = {};  // none without a model
    std::optional<MemoryPhase> exporting = {};            // what may follow the run; none: never merges
    MemoryCalibration calibration = {};                   // that estimates are corrected by
    std::vector<MethodCard> methods = {};                 // on this model; empty without one
    std::vector<Finding> findings = {};
    std::string device = {};            // that all this is for: general.device, or what "auto" likely is
    std::uint64_t available_bytes = 0;  // 0: not known, as of an accelerator whose driver does not tell
    std::uint64_t asked_bytes = 0;      // to plan for in place of what is available; 0: none

    /// What the estimate is held against, and what shall fit.
    std::uint64_t limit_bytes() const { return asked_bytes > 0 ? asked_bytes : available_bytes; }
    /// `config` with the device that all this is for in place of "auto".
    RunConfig onItsDevice(RunConfig config) const;
    /// What is held against it: the peak of the estimate, corrected. 0 without an estimate.
    std::uint64_t expected_bytes() const {
        return estimate && *estimate ? calibration.corrected((*estimate)->peak_bytes) : 0;
    }
};

SetupCheck checkSetup(const RunConfig& config, const std::filesystem::path& dataFolder,
                      const MemoryCalibrations& calibrations = {});
/// On another place than this machine.
SetupCheck checkSetupOn(const PreflightPlace& place, const RunConfig& config);

/// What would make it fit, and what is the largest that fits. Takes a hundred estimates, so that nothing else
/// waits for it.
struct LargestAnswer {
    std::optional<MemoryFit> fit = {};
    std::vector<LargestValue> values = {};
    std::optional<LargestModel> model = {};
};

/// Empty where there is no estimate, or memory is not known. `config` is the one that was checked.
LargestAnswer largestOf(const SetupCheck& check, const RunConfig& config);

}  // namespace tunebench::ui
