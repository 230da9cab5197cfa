#include "core/memory/gradient_start.h"

#include <map>

namespace tunebench {
namespace {

void see(GradientStart& start, std::int64_t layer, BlockPlace place) {
    if (!start.reaches(layer, place))
        start = {.layer = layer, .place = place};
}

void see_projections(GradientStart& start, const ModelConfig& model, const MethodPlan& plan) {
    std::map<std::string, ProjectionInfo> by_path;
    for (auto& projection : projections_of(model))
        by_path.emplace(projection.path, projection);
    for (const auto& use : plan.projections)
        if (const auto it = by_path.find(use.path); it != by_path.end() && it->second.layer >= 0)
            see(start, it->second.layer, place_of(it->second.role));
}

}  // namespace

BlockPlace place_of(ProjectionRole role) {
    switch (role) {
        case ProjectionRole::QueryKeyValue:
        case ProjectionRole::Query:
        case ProjectionRole::Key:
        case ProjectionRole::Value:
            return BlockPlace::Attention;
        case ProjectionRole::AttentionOutput:
            return BlockPlace::AttentionOutput;
        case ProjectionRole::Router:
        case ProjectionRole::GateUp:
        case ProjectionRole::Gate:
        case ProjectionRole::Up:
            return BlockPlace::Mlp;
        case ProjectionRole::Down:
        case ProjectionRole::HeadDense:
        case ProjectionRole::Head:
            break;
    }
    return BlockPlace::MlpOutput;
}

GradientStart gradient_start(const ModelConfig& model, const MethodPlan& plan) {
    GradientStart start{.layer = plan.first_layer};
    if (plan.trains_norms || plan.trains_embedding || plan.embedding_rank > 0 || plan.virtual_tokens > 0)
        return start;
    if (plan.prefix_length > 0)
        return {.layer = 0, .place = BlockPlace::Attention};
    start.layer = model.num_hidden_layers;
    if (!plan.projections.empty())
        see_projections(start, model, plan);
    for (const auto& branch : plan.branches)
        see(start, branch.layer, branch.after_attention ? BlockPlace::AfterAttention : BlockPlace::AfterMlp);
    for (const auto& stream : plan.streams)
        see(start, stream.layer, BlockPlace::Output);
    return start;
}

}  // namespace tunebench
