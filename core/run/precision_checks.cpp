#include "core/run/precision_checks.h"

#include <fmt/format.h>

namespace tunebench {
namespace {

Error clash(std::string field, std::string message, std::string hint) {
    return {.code = ErrorCode::InvalidArgument,
            .message = std::move(message),
            .hint = std::move(hint),
            .field = std::move(field)};
}

/// Each of the two 16-bit types loses something of the other's numbers: digits, or range.
Result<void> check_types(const PrecisionSection& precision) {
    const auto weights = precision.weights, compute = precision.compute;
    if (weights == compute || weights == NumberType::Fp32 || compute == NumberType::Fp32)
        return {};
    return clash(
        "precision.compute",
        fmt::format("Weights in {} cannot be multiplied in {}: neither type holds the other's numbers",
                    number_type_name(weights), number_type_name(compute)),
        fmt::format("Choose {} for both, or fp32 for one of them.", number_type_name(weights)));
}

/// A tensor that is updated within backward is changed before the last gradient is known.
Result<void> check_update_in_backward(const RunConfig& config) {
    const auto& budget = config.budget;
    if (budget.accumulation > 1)
        return clash("budget.accumulation",
                     fmt::format("Gradients of {} batches cannot add up when the first batch's backward pass "
                                 "already updates the weights",
                                 budget.accumulation),
                     "Set the accumulation to 1, or budget.update_in_backward to false.");
    if (budget.clip_norm > 0.0)
        return clash("budget.clip_norm",
                     "Clipping needs the norm of all gradients, and each is used up within the backward pass",
                     "Set clip_norm to 0, or budget.update_in_backward to false.");
    if (scales_loss_dynamically(config.precision))
        return clash(
            "precision.loss_scale",
            "A loss scale that adapts itself must see all gradients before the first weight changes, "
            "and each is used up within the backward pass",
            "Set a fixed loss_scale such as 1024, compute in bf16, or set "
            "budget.update_in_backward to false.");
    return {};
}

}  // namespace

bool scales_loss_dynamically(const PrecisionSection& precision) {
    return precision.compute == NumberType::Fp16 && precision.loss_scale == 0.0;
}

Result<void> check_precision(const RunConfig& config) {
    TRY_VOID(check_types(config.precision));
    return config.budget.update_in_backward ? check_update_in_backward(config) : Result<void>();
}

}  // namespace tunebench
