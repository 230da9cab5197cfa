// MethodCard: what a method would cost and give in a run: the table of trade-offs for the chosen model, from
// the descriptions and the estimate alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/memory/calibration.h"
#include "core/models/model_config.h"
#include "core/models/quantization.h"
#include "core/run/run_config.h"

namespace tunebench {

struct MethodCard {
    std::string id = {};     // of the method
    std::string title = {};  // "QLoRA" of a LoRA on a quantized base
    std::string summary = {};
    std::string paper = {};                                  // "arXiv:2106.09685"; empty: none
    QuantizationType quantization = QuantizationType::None;  // of the base, where this method is chosen
    bool is_chosen = false;                                  // the run's own method and base
    bool is_mergeable = false;                               // into the model's weights
    bool is_switchable = false;         // the result lies beside the model, and may be one of several
    std::int64_t extra_tokens = 0;      // before each text: they take places of the context
    std::int64_t extra_keys = 0;        // before each text, in every layer
    std::optional<Error> refusal = {};  // why this model cannot have it; the numbers are 0 then
    std::int64_t trainable_parameters = 0;
    std::int64_t total_parameters = 0;
    std::uint64_t expected_bytes = 0;  // of memory at the peak of its training
    bool operator==(const MethodCard&) const = default;
};

/// Every method on this model, in the order of the form: with the run's settings where it is the run's own,
/// else with its defaults; the rest of the run stays. LoRA and DoRA come a second time, on a quantized base.
/// `calibration`: of the run's device, what the estimates are corrected by.
std::vector<MethodCard> method_cards(const RunConfig& run, const ModelConfig& model,
                                     const MemoryCalibration& calibration = {});

/// The run with the card's method and base.
Result<RunConfig> with_method(const RunConfig& run, const MethodCard& card);

}  // namespace tunebench
