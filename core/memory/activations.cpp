#include "core/memory/activations.h"

#include <algorithm>
#include <map>

#include "core/memory/gradient_start.h"

namespace tunebench {
namespace {

constexpr std::int64_t kQueryTile = 256;  // of ops/attention

bool is_of_mlp(ProjectionRole role) {
    return role == ProjectionRole::Gate || role == ProjectionRole::Up || role == ProjectionRole::Down;
}

/// The inputs that the layer's linear maps keep, and what adapters add.
struct LinearInputs {
    bool keeps_attention_input = false, keeps_attention_output = false, keeps_mlp_input = false,
         keeps_inner = false;
    double adapters = 0.0;      // of attention's maps
    double mlp_adapters = 0.0;  // of the MLP's

    void see(const ProjectionInfo& projection, const ProjectionUse& use) {
        auto& kept = is_of_mlp(projection.role) ? mlp_adapters : adapters;
        // A dropped copy and its mask stand in for the input.
        if (use.rank > 0)
            kept += static_cast<double>(use.rank) +
                    (use.dropout > 0.0 ? 2.0 * static_cast<double>(projection.in_features) : 0.0);
        // The unscaled product, for the gradient of the scale.
        if (use.scales_output)
            kept += static_cast<double>(projection.out_features);
        if (!use.weight_trains && !use.scales_input && (use.rank == 0 || use.dropout > 0.0))
            return;
        switch (projection.role) {
            case ProjectionRole::QueryKeyValue:
            case ProjectionRole::Query:
            case ProjectionRole::Key:
            case ProjectionRole::Value:
                keeps_attention_input = true;
                break;
            case ProjectionRole::AttentionOutput:
                keeps_attention_output = true;
                break;
            case ProjectionRole::Gate:
            case ProjectionRole::Up:
                keeps_mlp_input = true;
                break;
            case ProjectionRole::Down:
                keeps_inner = true;
                break;
            case ProjectionRole::Head:
                break;
        }
    }
};

LinearInputs linear_inputs(const ModelConfig& model, const MethodPlan& plan, std::int64_t layer) {
    std::map<std::string, const ProjectionInfo*> by_path;
    const auto projections = projections_of(model);
    for (const auto& projection : projections)
        if (projection.layer == layer)
            by_path[projection.path] = &projection;
    LinearInputs inputs;
    for (const auto& use : plan.projections)
        if (const auto it = by_path.find(use.path); it != by_path.end())
            inputs.see(*it->second, use);
    return inputs;
}

/// What adapters behind the sub-layers keep: their input, the inside before and after the activation, the
/// mask.
double kept_by_branches(const ModelConfig& model, const MethodPlan& plan, std::int64_t layer) {
    const auto hidden = static_cast<double>(model.hidden_size);
    double kept = 0.0;
    for (const auto& branch : plan.branches)
        if (branch.layer == layer)
            kept += 2.0 * static_cast<double>(branch.bottleneck) + (branch.reads_residual ? 0.0 : hidden) +
                    (branch.dropout > 0.0 ? hidden : 0.0);
    return kept;
}

/// What interventions on the output keep, spread over the tokens of a sequence: the hidden states at their
/// positions, the inside, the mask, and copies of a rotation.
double kept_by_streams(const ModelConfig& model, const MethodPlan& plan, std::int64_t layer,
                       std::int64_t length) {
    const auto hidden = static_cast<double>(model.hidden_size);
    double kept = 0.0;
    for (const auto& stream : plan.streams)
        if (stream.layer == layer) {
            const auto rank = static_cast<double>(stream.rank);
            const auto rows = static_cast<double>(std::min(stream.positions, length));
            kept += rows * (hidden * (stream.dropout > 0.0 ? 2.0 : 1.0) + rank) + 5.0 * rank * hidden;
        }
    return kept / static_cast<double>(length);
}

}  // namespace

BlockActivations block_activations(const ModelConfig& model, const MethodPlan& plan, std::int64_t layer,
                                   std::int64_t length) {
    const auto hidden = static_cast<double>(model.hidden_size);
    const auto inner = static_cast<double>(model.intermediate_size);
    const auto query = static_cast<double>(model.num_attention_heads * model.head_dim);
    const auto projected = query + 2.0 * static_cast<double>(model.num_key_value_heads * model.head_dim);
    const auto key_heads = plan.prefix_heads > 0 ? plan.prefix_heads : model.num_key_value_heads;
    const auto heads = query + 2.0 * static_cast<double>(key_heads * model.head_dim);
    const auto seen = length + plan.prefix_length;
    const auto window = model.window_of(layer).value_or(seen) + kQueryTile;
    const auto keys = static_cast<double>(std::min(seen, window));
    // Scores exist for one tile of queries at a time.
    const double tile_share = static_cast<double>(std::min(kQueryTile, length)) / static_cast<double>(length);
    const double scores = static_cast<double>(model.num_attention_heads) * keys * tile_share;
    const auto inputs = linear_inputs(model, plan, layer);
    // A prefix makes new keys and values, longer by its own, of those that the projections gave.
    const double key_values = plan.prefix_length > 0 ? heads - query : 0.0;
    const double prefix = key_values * static_cast<double>(plan.prefix_length) / static_cast<double>(length);

    const auto start = gradient_start(model, plan);

    BlockActivations out;
    out.kept_mlp = hidden + (model.gated_mlp ? 2.0 : 1.0) * inner + 1.0;  // norm's input, gate and up
    out.kept_mlp += (inputs.keeps_mlp_input ? hidden : 0.0) + (inputs.keeps_inner ? inner : 0.0);
    out.kept_mlp += inputs.mlp_adapters;
    double kept_attention = hidden + heads + prefix + 1.0 + inputs.adapters;
    kept_attention +=
        (inputs.keeps_attention_input ? hidden : 0.0) + (inputs.keeps_attention_output ? query : 0.0);
    if (!start.reaches(layer, BlockPlace::MlpOutput))
        out.kept_mlp = 0.0;
    out.kept = out.kept_mlp + (start.reaches(layer, BlockPlace::AttentionOutput) ? kept_attention : 0.0);
    out.kept += kept_by_branches(model, plan, layer) + kept_by_streams(model, plan, layer, length);

    const double repeated = heads > projected ? heads - query : 0.0;  // for a prefix with more heads
    const double attention_forward = projected + repeated + query + 2.0 * scores + key_values + 2.0 * prefix;
    const double mlp_forward = (model.gated_mlp ? 3.0 : 2.0) * inner + 2.0 * hidden;
    out.forward_transient = std::max(attention_forward, mlp_forward);

    const double mlp_backward =
        (model.gated_mlp ? 4.0 : 2.0) * inner + 2.0 * hidden - (inputs.keeps_inner ? inner : 0.0);
    const double attention_backward =
        3.0 * scores + 3.0 * (heads + prefix) + 2.0 * query + hidden - out.kept_mlp;
    out.backward_transient =
        std::max(start.reaches(layer, BlockPlace::MlpOutput) ? mlp_backward : 0.0,
                 start.reaches(layer, BlockPlace::AttentionOutput) ? attention_backward : 0.0);
    return out;
}

}  // namespace tunebench
