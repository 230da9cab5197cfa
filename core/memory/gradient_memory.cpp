#include "core/memory/gradient_memory.h"

#include <algorithm>

#include "core/memory/parameter_memory.h"

namespace tunebench {
namespace {

/// All of them, and what is largest among them.
struct GradientSizes {
    std::uint64_t all = 0;
    std::uint64_t added = 0;        // of what the method adds
    std::uint64_t largest_own = 0;  // of the model's own parameters, but for a tied head
    std::uint64_t converted = 0;    // the largest that is put into another type, before that
    std::uint64_t head = 0;         // in the type of the weight, or of the gradient where that is wider
    std::uint64_t head_kept = 0;
};

GradientSizes gradients_of(const ModelConfig& model, const MethodPlan& plan,
                           const PrecisionSection& precision) {
    GradientSizes found;
    const auto tied_name = model.tie_word_embeddings ? module_names(model).embedding + ".weight" : "";
    for (const auto& tensor : plan.tensors) {
        const auto type = type_of(tensor, precision), kept_type = gradient_type(type, precision);
        const auto count = static_cast<std::uint64_t>(tensor.count());
        const auto kept = count * bytes_of(kept_type);
        found.all += kept;
        if (!tensor.is_base_parameter)
            found.added += kept;
        else if (tied_name.empty() || !tensor.name.ends_with(tied_name))
            found.largest_own = std::max(found.largest_own, kept);
        if (kept_type != type)
            found.converted = std::max(found.converted, count * bytes_of(type));
    }
    if (head_trains(model, plan)) {
        const auto type = precision.weights, kept_type = gradient_type(type, precision);
        const auto count = static_cast<std::uint64_t>(model.head_outputs() * model.hidden_size);
        found.head = count * std::max(bytes_of(type), bytes_of(kept_type));
        found.head_kept = count * bytes_of(kept_type);
    }
    return found;
}

}  // namespace

GradientMemory gradient_memory(const ModelConfig& model, const MethodPlan& plan, const RunConfig& config) {
    const auto found = gradients_of(model, plan, config.precision);
    const bool keeps_all = !config.budget.update_in_backward;
    // Every layer's backward adds to a prefix.
    const auto shared = plan.prefix_length == 0 ? 0 : keeps_all ? found.all : found.added;
    if (keeps_all) {
        const auto others = found.all - std::min(found.all, found.head_kept);
        return {.at_loss = found.head,
                .in_backward = found.head + shared + found.converted,
                .after_backward = others + 2 * found.head + found.converted,
                .in_step = found.all,
                .between_steps = found.all,
                .most = found.all};
    }
    const auto tied = model.tie_word_embeddings ? found.head : 0;
    const auto one = std::max(found.largest_own, 2 * tied);
    return {.at_loss = found.head,
            .in_backward = tied + std::max(found.largest_own, found.head - tied) + shared + found.converted,
            .after_backward = found.added + one + found.converted,
            .in_step = found.added + one,
            .between_steps = found.added,
            .most = found.added + one};
}

}  // namespace tunebench
