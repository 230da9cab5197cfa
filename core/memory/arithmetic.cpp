#include "core/memory/arithmetic.h"

#include <algorithm>
#include <map>

#include "core/methods/task_head.h"

namespace tunebench {
namespace {

/// Whether something before the projection trains, so that its input needs a gradient.
bool input_needs_gradient(const ProjectionInfo& projection, const MethodPlan& plan) {
    const bool is_first =
        projection.layer == 0 &&
        (projection.role == ProjectionRole::Query || projection.role == ProjectionRole::Key ||
         projection.role == ProjectionRole::Value || projection.role == ProjectionRole::QueryKeyValue);
    return !is_first || plan.trains_norms || plan.trains_embedding;
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
    const auto tokens = static_cast<double>(batch.batch_size * batch.length);
    double operations = 0.0;
    for (const auto& projection : projections_of(model)) {
        const auto rows = projection.role == ProjectionRole::Head ? tokens * batch.supervised_share : tokens;
        const auto weights = static_cast<double>(projection.in_features * projection.out_features);
        const auto it = uses.find(projection.path);
        const auto* use = it == uses.end() ? nullptr : it->second;
        const double backward = input_needs_gradient(projection, plan) ? 2.0 : 0.0;
        operations += rows * weights * (2.0 + backward + (use && use->weight_trains ? 2.0 : 0.0));
        if (use && use->rank > 0) {
            const auto low_rank =
                static_cast<double>(use->rank * (projection.in_features + projection.out_features));
            operations += rows * low_rank * 6.0;
        }
    }
    // Scores and mixing, forward and twice backward, over the causal half.
    const auto width = static_cast<double>(model.num_attention_heads * model.head_dim);
    const auto layers = static_cast<double>(model.num_hidden_layers);
    operations += 3.0 * 2.0 * tokens * static_cast<double>(batch.length) * width * layers;
    return operations;
}

}  // namespace tunebench
