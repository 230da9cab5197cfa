// FitTable: what fits where: the expected peak of every method in every precision on one model, from its
// description alone, so that models far larger than this machine can be looked at.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/memory/calibration.h"
#include "core/models/model_config.h"
#include "core/models/quantization.h"
#include "core/run/run_config.h"

namespace tunebench {

/// A column: types of weights and arithmetic, and how the base is kept.
struct PrecisionChoice {
    std::string_view id;     // "nf4"
    std::string_view title;  // "NF4 base"
    std::string_view types;  // as set_named_precision takes them
    QuantizationType quantization = QuantizationType::None;
};

std::span<const PrecisionChoice> precision_choices();
const PrecisionChoice* find_precision_choice(std::string_view id);  // nullptr when unknown

/// The run with that method, with its own settings where it is the run's, and in that precision.
Result<RunConfig> with_choice(const RunConfig& run, std::string_view method,
                              const PrecisionChoice& precision);

struct FitCell {
    std::string precision = {};         // id of the column
    std::uint64_t expected_bytes = 0;   // at the peak; 0 where it is refused
    std::optional<Error> refusal = {};  // why this model cannot be trained so
    bool is_chosen = false;             // the run as it is
    bool operator==(const FitCell&) const = default;
};

struct FitRow {
    std::string method = {};  // id
    std::string title = {};
    std::int64_t trainable_parameters = 0;  // the same in every cell that is not refused
    std::vector<FitCell> cells = {};        // in the order of precision_choices()
    bool operator==(const FitRow&) const = default;
};

/// Every method, in the order of the form; batch, length, optimizer and the rest are the run's.
/// `calibration`: of the run's device, what the estimates are corrected by.
std::vector<FitRow> fit_table(const ModelConfig& model, const RunConfig& run,
                              const MemoryCalibration& calibration = {});

}  // namespace tunebench
