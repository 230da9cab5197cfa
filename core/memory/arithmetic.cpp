#include "core/memory/arithmetic.h"

#include <algorithm>
#include <map>

#include "core/memory/gradient_start.h"
#include "core/methods/task_head.h"

namespace tunebench {
namespace {

/// Forward, and for backward the gradients of input and weights, of the linear maps of adapters.
double added_operations(const ModelConfig& model, const MethodPlan& plan, const BatchShape& batch) {
    const auto hidden = static_cast<double>(model.hidden_size);
    double operations = 0.0;
    for (const auto& branch : plan.branches)
        operations += 6.0 * static_cast<double>(batch.batch_size * batch.length) * 2.0 * hidden *
                      static_cast<double>(branch.bottleneck);
    for (const auto& stream : plan.streams)
        operations += 6.0 * static_cast<double>(batch.batch_size * std::min(stream.positions, batch.length)) *
                      3.0 * hidden * static_cast<double>(stream.rank);
    return operations;
}

}  // namespace

Result<double> needed_operations(const ModelConfig& model, const Selection& method, const BatchShape& batch) {
    const auto* described = find_method(method.id);
    if (!described)
        return Error{.code = ErrorCode::InvalidArgument, .message = "There is no method '" + method.id + "'"};
    TRY(const auto plan, plan_of(*described, model, method.params));
    std::map<std::string, const ProjectionUse*> uses;
    for (const auto& use : plan.projections)
        uses[use.path] = &use;
    const auto length = batch.length + plan.virtual_tokens;
    const auto tokens = static_cast<double>(batch.batch_size * length);
    const auto supervised = static_cast<double>(batch.batch_size * batch.length) * batch.supervised_share;
    const auto start = gradient_start(model, plan);
    double operations = added_operations(model, plan, batch);
    for (const auto& projection : projections_of(model)) {
        const bool is_of_head = projection.layer < 0;
        const auto rows = is_of_head ? supervised : tokens * share_of_tokens(model, projection);
        const auto weights = static_cast<double>(projection.in_features * projection.out_features);
        const auto it = uses.find(projection.path);
        const auto* use = it == uses.end() ? nullptr : it->second;
        const bool goes_back = is_of_head || start.is_before(projection.layer, place_of(projection.role));
        const double backward = goes_back ? 2.0 : 0.0;
        operations += rows * weights * (2.0 + backward + (use && use->weight_trains ? 2.0 : 0.0));
        if (use && use->rank > 0) {
            const auto low_rank =
                static_cast<double>(use->rank * (projection.in_features + projection.out_features));
            operations += rows * low_rank * 6.0;
        }
    }
    // Scores and mixing over the causal half, or an encoder's whole, and all of a prefix, forward, and twice
    // backward where gradients run.
    const auto keys = static_cast<double>((model.is_encoder ? 2 : 1) * length + 2 * plan.prefix_length);
    const auto width = static_cast<double>(model.num_attention_heads * model.head_dim);
    for (std::int64_t layer = 0; layer < model.num_hidden_layers; ++layer)
        operations +=
            (start.is_before(layer, BlockPlace::AttentionOutput) ? 3.0 : 1.0) * 2.0 * tokens * keys * width;
    return operations;
}

}  // namespace tunebench
