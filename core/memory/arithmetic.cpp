#include "core/memory/arithmetic.h"

#include <algorithm>
#include <map>

#include "core/methods/method.h"

namespace tunebench {
namespace {

/// Whether something before the projection trains, so that its input needs a gradient.
bool input_needs_gradient(const ProjectionInfo& projection, const ModelConfig& model,
                          const MethodPlan& plan) {
    const auto layer = projection.layer < 0 ? model.num_hidden_layers : projection.layer;
    const bool is_first =
        layer == plan.first_layer &&
        (projection.role == ProjectionRole::Query || projection.role == ProjectionRole::Key ||
         projection.role == ProjectionRole::Value || projection.role == ProjectionRole::QueryKeyValue ||
         projection.role == ProjectionRole::Head);
    const bool trains_input = plan.trains_norms || plan.trains_embedding || plan.embedding_rank > 0 ||
                              plan.virtual_tokens > 0;
    return layer >= plan.first_layer && (!is_first || trains_input);
}

}  // namespace

Result<double> needed_operations(const ModelConfig& model, const Selection& method, const BatchShape& batch) {
    const auto* described = find_method(method.id);
    if (!described)
        return Error{.code = ErrorCode::InvalidArgument, .message = "There is no method '" + method.id + "'"};
    TRY(const auto plan, described->plan(model, method.params));
    std::map<std::string, const ProjectionUse*> uses;
    for (const auto& use : plan.projections)
        uses[use.path] = &use;
    const auto length = batch.length + plan.virtual_tokens;
    const auto tokens = static_cast<double>(batch.batch_size * length);
    const auto supervised = static_cast<double>(batch.batch_size * batch.length) * batch.supervised_share;
    double operations = 0.0;
    for (const auto& projection : projections_of(model)) {
        const auto rows = projection.role == ProjectionRole::Head ? supervised : tokens;
        const auto weights = static_cast<double>(projection.in_features * projection.out_features);
        const auto it = uses.find(projection.path);
        const auto* use = it == uses.end() ? nullptr : it->second;
        const double backward = input_needs_gradient(projection, model, plan) ? 2.0 : 0.0;
        operations += rows * weights * (2.0 + backward + (use && use->weight_trains ? 2.0 : 0.0));
        if (use && use->rank > 0) {
            const auto low_rank =
                static_cast<double>(use->rank * (projection.in_features + projection.out_features));
            operations += rows * low_rank * 6.0;
        }
    }
    // Scores and mixing over the causal half and all of a prefix, forward, and twice backward where gradients run.
    const auto keys = static_cast<double>(length + 2 * plan.prefix_length);
    const auto width = static_cast<double>(model.num_attention_heads * model.head_dim);
    const auto passes =
        3.0 * static_cast<double>(model.num_hidden_layers) - 2.0 * static_cast<double>(plan.first_layer);
    operations += passes * 2.0 * tokens * keys * width;
    return operations;
}

}  // namespace tunebench
