#include "core/memory/fit_table.h"

#include <algorithm>

#include "core/memory/combination.h"
#include "core/memory/estimate.h"
#include "core/methods/method.h"
#include "core/run/method_cards.h"
#include "core/run/precision_name.h"

namespace tunebench {
namespace {

constexpr PrecisionChoice kChoices[] = {
    {.id = "fp32", .title = "fp32", .types = "fp32"},
    {.id = "mixed-bf16", .title = "mixed bf16", .types = "mixed-bf16"},
    {.id = "bf16", .title = "bf16", .types = "bf16"},
    {.id = "int8", .title = "int8 base", .types = "bf16", .quantization = QuantizationType::Int8},
    {.id = "nf4", .title = "NF4 base", .types = "bf16", .quantization = QuantizationType::Nf4},
};

Result<MemoryEstimate> estimate_of(const ModelConfig& model, const RunConfig& run, std::string_view method,
                                   const PrecisionChoice& precision) {
    TRY(const auto changed, with_choice(run, method, precision));
    TRY_VOID(check_combination(model, changed));
    return estimate_memory(model, changed, batch_shape_of(changed));
}

bool is_in(const RunConfig& run, const PrecisionChoice& choice) {
    auto precision = run.precision;
    return set_named_precision(precision, choice.types) && precision == run.precision &&
           run.precision.quantization == choice.quantization;
}

FitRow row_of(const Method& method, const ModelConfig& model, const RunConfig& run,
              const MemoryCalibration& calibration) {
    FitRow row{.method = std::string(method.id), .title = std::string(method.title)};
    for (const auto& choice : kChoices) {
        FitCell cell{.precision = std::string(choice.id),
                     .is_chosen = run.method.id == method.id && is_in(run, choice)};
        const auto estimate = estimate_of(model, run, method.id, choice);
        if (!estimate)
            cell.refusal = estimate.error();
        else {
            cell.expected_bytes = calibration.corrected(estimate->peak_bytes);
            row.trainable_parameters = estimate->trainable_parameters;
        }
        row.cells.push_back(std::move(cell));
    }
    return row;
}

}  // namespace

std::span<const PrecisionChoice> precision_choices() {
    return kChoices;
}

const PrecisionChoice* find_precision_choice(std::string_view id) {
    const auto* const found = std::ranges::find(kChoices, id, &PrecisionChoice::id);
    return found == std::ranges::end(kChoices) ? nullptr : found;
}

Result<RunConfig> with_choice(const RunConfig& run, std::string_view method,
                              const PrecisionChoice& precision) {
    TRY(auto changed, with_method(run, {.id = std::string(method), .quantization = precision.quantization}));
    TRY_VOID(set_named_precision(changed.precision, precision.types));
    return changed;
}

std::vector<FitRow> fit_table(const ModelConfig& model, const RunConfig& run,
                              const MemoryCalibration& calibration) {
    std::vector<FitRow> rows;
    for (const auto* method : all_methods())
        rows.push_back(row_of(*method, model, run, calibration));
    return rows;
}

}  // namespace tunebench
