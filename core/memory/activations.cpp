#include "core/memory/activations.h"

#include <algorithm>
#include <map>

#include "core/memory/gradient_start.h"
#include "core/memory/parameter_memory.h"

namespace tunebench {
namespace {

constexpr std::int64_t kQueryTile = 256;  // of ops/attention
constexpr double kFp32Bytes = 4.0;
constexpr double kPlaceBytes = 8.0;  // of a choice among experts

/// Of one number.
struct Bytes {
    double compute, stream;
    double norm_input;  // that a norm keeps
    double widened;     // of a copy in fp32, where processors have no products in the type
    bool in_place;      // softmax takes the place of its scores, and so does its gradient
    Bytes(const ModelConfig& model, const RunConfig& config)
        : compute(static_cast<double>(bytes_of(config.precision.compute))),
          stream(static_cast<double>(bytes_of(config.precision.stream()))),
          norm_input(bytes_of_norm_input(model, config.precision)),
          widened(widens_products(config) ? kFp32Bytes : 0.0),
          in_place(is_on_processor(config)) {}

    /// Of one score of attention: itself and its probability, and in fp32 what softmax makes of a narrow one.
    double score() const {
        const double softmax = compute < kFp32Bytes ? kFp32Bytes : 0.0;
        return in_place ? compute + widened : 2.0 * compute + softmax;
    }
};

bool is_of_mlp(ProjectionRole role) {
    return role == ProjectionRole::Router || role == ProjectionRole::GateUp || role == ProjectionRole::Gate ||
           role == ProjectionRole::Up || role == ProjectionRole::Down;
}

/// The inputs that the layer's linear maps keep, and what adapters add.
struct LinearInputs {
    bool keeps_attention_input = false, keeps_attention_output = false, keeps_router_input = false,
         keeps_mlp_input = false, keeps_inner = false;
    double adapters = 0.0;      // of attention's maps
    double mlp_adapters = 0.0;  // of the MLP's

    /// `share` of the tokens pass through the projection.
    void see(const ProjectionInfo& projection, const ProjectionUse& use, double share) {
        auto& kept = is_of_mlp(projection.role) ? mlp_adapters : adapters;
        // A dropped copy and its mask stand in for the input.
        if (use.rank > 0)
            kept += share * (static_cast<double>(use.rank) +
                             (use.dropout > 0.0 ? 2.0 * static_cast<double>(projection.in_features) : 0.0));
        // The unscaled product, for the gradient of the scale.
        if (use.scales_output)
            kept += share * static_cast<double>(projection.out_features);
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
            case ProjectionRole::Router:
                keeps_router_input = true;
                break;
            case ProjectionRole::GateUp:
            case ProjectionRole::Gate:
            case ProjectionRole::Up:
                keeps_mlp_input = true;
                break;
            case ProjectionRole::Down:
                keeps_inner = true;
                break;
            case ProjectionRole::HeadDense:
            case ProjectionRole::Head:
                break;
        }
    }
};

/// Of every layer.
std::vector<LinearInputs> linear_inputs(const ModelConfig& model, const MethodPlan& plan) {
    std::map<std::string_view, const ProjectionInfo*> by_path;
    const auto projections = projections_of(model);
    for (const auto& projection : projections)
        if (projection.layer >= 0)
            by_path[projection.path] = &projection;
    std::vector<LinearInputs> inputs(static_cast<std::size_t>(model.num_hidden_layers));
    for (const auto& use : plan.projections)
        if (const auto it = by_path.find(use.path); it != by_path.end())
            inputs[static_cast<std::size_t>(it->second->layer)].see(*it->second, use,
                                                                    share_of_tokens(model, *it->second));
    return inputs;
}

/// What adapters behind the sub-layers keep: their input, the inside before and after the activation, the
/// mask.
double kept_by_branches(const ModelConfig& model, const MethodPlan& plan, std::int64_t layer,
                        const Bytes& bytes) {
    const auto hidden = static_cast<double>(model.hidden_size);
    // The stream is kept anyway, but not in the type that an adapter reads it in.
    const bool shares_stream = bytes.stream == bytes.compute;
    double kept = 0.0, normed = 0.0;
    for (const auto& branch : plan.branches)
        if (branch.layer == layer) {
            kept += 2.0 * static_cast<double>(branch.bottleneck) +
                    (branch.reads_residual && shares_stream ? 0.0 : hidden) +
                    (branch.dropout > 0.0 ? hidden : 0.0);
            normed += branch.norms_input ? hidden : 0.0;
        }
    return kept * bytes.compute + normed * bytes.norm_input;
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
    return kept / static_cast<double>(length) * kFp32Bytes;
}

/// Numbers a token.
struct Widths {
    double hidden = 0.0, inner = 0.0, query = 0.0;
    double projected = 0.0;   // query, key and value as the projections give them
    double heads = 0.0;       // as attention takes them
    double key_values = 0.0;  // of those that a prefix makes new ones of, longer by its own
    double prefix = 0.0;      // the prefix's own, spread over the tokens
    double scores = 0.0;      // of a tile
    double in_mlp = 0.0;      // gate and up, or up alone, in multiples of inner
    double choices = 1.0;     // how often the MLP, or an expert, sees a token
    double experts = 0.0;     // among which a router chooses; 0: it is an MLP
    bool caps_scores = false;
};

/// What a block's norms keep of a token: their inputs, and a number a row.
class NormInputs {
public:
    NormInputs(const ModelConfig& model, const Bytes& bytes, std::int64_t layer)
        : model_(model), bytes_(bytes), layer_(layer) {}

    double of_attention() const {
        const auto heads = [&](std::int64_t count) { return static_cast<double>(count); };
        const auto dim = static_cast<double>(model_.head_dim);
        const bool is_whole = model_.query_key_norm == QueryKeyNorm::Whole;
        const auto of = [&](NormSite site, std::int64_t count) {
            return kept(site, heads(count) * dim, of_branch(), is_whole ? 1.0 : heads(count));
        };
        return kept(NormSite::Attention, hidden(), bytes_.norm_input) +
               of(NormSite::Query, model_.num_attention_heads) +
               of(NormSite::Key, model_.num_key_value_heads) +
               kept(NormSite::AttentionOutput, hidden(), of_branch());
    }

    double of_mlp() const {
        return kept(NormSite::Mlp, hidden(), bytes_.norm_input) +
               kept(NormSite::MlpOutput, hidden(), of_branch());
    }

private:
    double hidden() const { return static_cast<double>(model_.hidden_size); }
    /// Of a number that comes from a product.
    double of_branch() const { return model_.norm == NormKind::RmsNorm ? bytes_.compute : kFp32Bytes; }
    double kept(NormSite site, double width, double bytes, double rows = 1.0) const {
        return model_.has_norm(site, layer_) ? width * bytes + rows * kFp32Bytes : 0.0;
    }

    const ModelConfig& model_;
    const Bytes& bytes_;
    std::int64_t layer_;
};

Widths widths_of(const ModelConfig& model, const MethodPlan& plan, std::int64_t layer, std::int64_t length) {
    const auto tokens = static_cast<double>(length);
    Widths out{.hidden = static_cast<double>(model.hidden_size),
               .inner = static_cast<double>(model.intermediate_size),
               .query = static_cast<double>(model.num_attention_heads * model.head_dim),
               .in_mlp = model.gated_mlp ? 2.0 : 1.0,
               .caps_scores = model.attention_softcap > 0.0};
    if (const auto* experts = model.experts_of(layer)) {
        out.inner = static_cast<double>(experts->intermediate_size);
        out.choices = static_cast<double>(experts->per_token);
        out.experts = static_cast<double>(experts->count);
    }
    const auto key_heads = plan.prefix_heads > 0 ? plan.prefix_heads : model.num_key_value_heads;
    out.projected = out.query + 2.0 * static_cast<double>(model.num_key_value_heads * model.head_dim);
    out.heads = out.query + 2.0 * static_cast<double>(key_heads * model.head_dim);
    out.key_values = plan.prefix_length > 0 ? out.heads - out.query : 0.0;
    out.prefix = out.key_values * static_cast<double>(plan.prefix_length) / tokens;
    const auto seen = length + plan.prefix_length;
    const auto window = model.window_of(layer).value_or(seen) * (model.is_encoder ? 2 : 1) + kQueryTile;
    // Scores exist for one tile of queries at a time.
    const double tile_share = static_cast<double>(std::min(kQueryTile, length)) / tokens;
    out.scores = static_cast<double>(model.num_attention_heads) *
                 static_cast<double>(std::min(seen, window)) * tile_share;
    return out;
}

double kept_by_attention(const Widths& of, const LinearInputs& inputs, const NormInputs& norms,
                         const Bytes& bytes) {
    double kept = norms.of_attention() + (of.heads + of.prefix + inputs.adapters) * bytes.compute;
    kept += ((inputs.keeps_attention_input ? of.hidden : 0.0) +
             (inputs.keeps_attention_output ? of.query : 0.0)) *
            bytes.compute;
    return kept;
}

double kept_by_mlp(const Widths& of, const LinearInputs& inputs, const NormInputs& norms,
                   const Bytes& bytes) {
    double kept = norms.of_mlp() + of.choices * of.in_mlp * of.inner * bytes.compute;
    kept += of.choices *
            ((inputs.keeps_mlp_input ? of.hidden : 0.0) + (inputs.keeps_inner ? of.inner : 0.0)) *
            bytes.compute;
    return kept + inputs.mlp_adapters * bytes.compute;
}

/// The router's input and probabilities, the choices with their weights and places, and the experts' results
/// where the weights have a gradient.
double kept_by_routing(const Widths& of, const LinearInputs& inputs, bool weights_go_back,
                       const Bytes& bytes) {
    if (of.experts == 0.0)
        return 0.0;
    double kept = of.choices * (2.0 * kPlaceBytes + bytes.compute);
    if (inputs.keeps_router_input)
        kept += of.hidden * bytes.compute;
    if (weights_go_back)
        kept += of.experts * kFp32Bytes + of.choices * (kPlaceBytes + kFp32Bytes) +
                of.choices * of.hidden * bytes.compute;
    return kept;
}

/// Of a token's numbers within one expert, or within the MLP, where that is one.
double inner_at_once(const Widths& of) {
    return of.inner * (of.experts > 0.0 ? of.choices / of.experts : 1.0);
}

/// Inputs, results and their sum beside each other; nothing where there are no experts.
double between_experts(const Widths& of, const Bytes& bytes) {
    return of.experts > 0.0 ? 3.0 * of.choices * of.hidden * bytes.compute : 0.0;
}

/// Input and result of the widest product, where both are widened.
double widened_product(const Widths& of, const Bytes& bytes) {
    return (of.hidden + inner_at_once(of)) * bytes.widened;
}

double forward_transient(const Widths& of, const Bytes& bytes) {
    const double repeated =
        of.heads > of.projected ? of.heads - of.query : 0.0;  // for a prefix with more heads
    const double attention =
        (of.projected + repeated + of.query + of.key_values + 2.0 * of.prefix) * bytes.compute +
        of.scores * bytes.score();
    const double mlp = (of.in_mlp + 1.0) * inner_at_once(of) * bytes.compute + between_experts(of, bytes) +
                       of.hidden * (bytes.compute + bytes.stream) + widened_product(of, bytes);
    return std::max(attention, mlp);
}

double mlp_backward(const Widths& of, const LinearInputs& inputs, const Bytes& bytes) {
    return 2.0 * of.in_mlp * inner_at_once(of) * bytes.compute + between_experts(of, bytes) +
           of.hidden * (bytes.compute + bytes.stream) -
           (inputs.keeps_inner ? inner_at_once(of) : 0.0) * bytes.compute + widened_product(of, bytes);
}

/// What the MLP kept is free by then.
double attention_backward(const Widths& of, double kept_mlp, const Bytes& bytes) {
    const double scores = of.scores * (bytes.score() + bytes.compute * (of.caps_scores ? 2.0 : 1.0));
    return (3.0 * (of.heads + of.prefix) + 2.0 * of.query) * bytes.compute + of.hidden * bytes.stream +
           scores - kept_mlp;
}

}  // namespace

double bytes_of_norm_input(const ModelConfig& model, const PrecisionSection& precision) {
    return model.norm == NormKind::RmsNorm ? static_cast<double>(bytes_of(precision.stream())) : kFp32Bytes;
}

namespace {

BlockActivations activations_of(const ModelConfig& model, const MethodPlan& plan, const Bytes& bytes,
                                const LinearInputs& inputs, const GradientStart& start, std::int64_t layer,
                                std::int64_t length) {
    const auto widths = widths_of(model, plan, layer, length);
    const NormInputs norms(model, bytes, layer);
    const bool mlp_goes_back = start.reaches(layer, BlockPlace::MlpOutput);
    const bool attention_goes_back = start.reaches(layer, BlockPlace::AttentionOutput);

    BlockActivations out;
    const bool weights_go_back = inputs.keeps_router_input || start.is_before(layer, BlockPlace::Mlp);
    if (mlp_goes_back)
        out.kept_mlp = kept_by_mlp(widths, inputs, norms, bytes) +
                       kept_by_routing(widths, inputs, weights_go_back, bytes);
    out.kept = out.kept_mlp + (attention_goes_back ? kept_by_attention(widths, inputs, norms, bytes) : 0.0);
    out.kept += kept_by_branches(model, plan, layer, bytes) + kept_by_streams(model, plan, layer, length);
    out.forward_transient = forward_transient(widths, bytes);
    out.backward_transient =
        std::max(mlp_goes_back ? mlp_backward(widths, inputs, bytes) : 0.0,
                 attention_goes_back ? attention_backward(widths, out.kept_mlp, bytes) : 0.0);
    return out;
}

}  // namespace

std::vector<BlockActivations> block_activations(const ModelConfig& model, const MethodPlan& plan,
                                                const RunConfig& config, std::int64_t length) {
    const Bytes bytes(model, config);
    const auto inputs = linear_inputs(model, plan);
    const auto start = gradient_start(model, plan);
    std::vector<BlockActivations> out;
    for (std::int64_t layer = 0; layer < model.num_hidden_layers; ++layer)
        out.push_back(activations_of(model, plan, bytes, inputs[static_cast<std::size_t>(layer)], start,
                                     layer, length));
    return out;
}

}  // namespace tunebench
