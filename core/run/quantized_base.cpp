#include "core/run/quantized_base.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/params/param_check.h"

namespace tunebench {

Result<QuantizationSettings> base_quantization(const ModelConfig& model, const QuantizationSettings& wanted) {
    if (wanted.is_enabled())
        if (const auto checked = check_quantization(wanted); !checked)
            return in_section(checked.error(), "precision");
    if (!model.stored_quantization)
        return wanted;
    const auto& stored = *model.stored_quantization;
    if (wanted.is_enabled() && wanted.type != stored.type)
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("The model's weights are stored as {} and cannot be quantized to {}",
                                   quantization_name(stored.type), quantization_name(wanted.type)),
            .hint = "Set the quantization to none: the weights are used as they are stored.",
            .field = "precision.quantization.type"};
    return stored;
}

Result<void> check_trains_beside_codes(const ModelConfig& model, const MethodPlan& plan) {
    std::set<std::string> dense;  // outside the blocks nothing is quantized
    for (const auto& projection : projections_of(model))
        if (projection.layer < 0)
            dense.insert(projection.path);
    const auto it = std::ranges::find_if(
        plan.projections, [&](const auto& use) { return use.weight_trains && !dense.contains(use.path); });
    if (it == plan.projections.end())
        return {};
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("The method trains the weight of {}, which is quantized", it->path),
                 .hint =
                     "Choose a method that leaves the base weights alone, such as LoRA, or an unquantized "
                     "base.",
                 .field = "precision.quantization.type"};
}

Result<void> check_quantized_base(const ModelConfig& model, const QuantizationSettings& wanted,
                                  const MethodPlan& plan) {
    TRY(const auto quantization, base_quantization(model, wanted));
    return quantization.is_enabled() ? check_trains_beside_codes(model, plan) : Result<void>();
}

}  // namespace tunebench
