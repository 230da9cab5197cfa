#include "core/methods/loreft/layer.h"

#include "core/engine/tensor.h"

namespace tunebench::loreft {
namespace {

at::Tensor signs(const at::Tensor& diagonal) {
    return at::where(diagonal < 0, -at::ones_like(diagonal), at::ones_like(diagonal));
}

/// The rows of the stream at these positions of every prompt. A context without starts is one sequence.
at::Tensor rows_of(const PromptPositions& positions, const ForwardContext& context,
                   const at::Tensor& stream) {
    std::vector<std::int64_t> rows;
    for (std::size_t i = 0; i < context.prompt_lengths.size(); ++i) {
        const std::int64_t begin = context.starts.empty() ? 0 : context.starts[i];
        for (const auto position : positions_in(positions, context.prompt_lengths[i]))
            rows.push_back(begin + position);
    }
    return at::tensor(rows, at::kLong).to(stream.device());
}

}  // namespace

at::Tensor rotation(const at::Tensor& x) {
    const auto rank = x.size(1);
    const auto identity = at::eye(x.size(0), rank, x.options().requires_grad(false));
    const auto vectors = at::tril(x, -1) + identity;
    // H1 H2 … Hr = I − V T Vᵀ, where T⁻¹ has the products of the vectors above its diagonal and half of their
    // squares on it.
    const auto products = at::mm(vectors.t(), vectors);
    const auto inverse = at::triu(products, 1) + at::diag_embed(products.diagonal() / 2);
    const auto top = vectors.narrow(0, 0, rank).t().contiguous();
    const auto columns =
        identity - at::mm(vectors, at::linalg_solve_triangular(inverse, top, /*upper=*/true));
    return columns * signs(x.detach().diagonal());
}

at::Tensor rotation_parameters(const at::Tensor& matrix) {
    const at::NoGradGuard no_gradients;
    const auto [vectors, factors] = at::geqrf(matrix.to(at::kDouble));
    // A factor of 0 is no reflection, where the vector 0 below the 1 reflects its own axis.
    const auto diagonal =
        signs(vectors.diagonal()) * at::where(factors == 0, -at::ones_like(factors), at::ones_like(factors));
    auto x = at::tril(vectors, -1);
    x.diagonal().copy_(diagonal);
    return x.to(matrix.scalar_type()).contiguous();
}

at::Tensor Interventions::changed(const at::Tensor& hidden, const Weights& weights) const {
    const auto axes = variant_ == Variant::Loreft ? rotation(weights.axes) : weights.axes.t();  // (d, r)
    auto source = at::linear(hidden, weights.source, weights.source_bias);
    if (variant_ != Variant::Direft)
        source = source - at::mm(hidden, axes);
    return hidden + at::mm(source, axes.t());
}

at::Tensor Interventions::apply(const at::Tensor& stream, const ForwardContext& context) {
    if (context.cache && context.cache->length() > 0)
        return stream;
    auto out = stream;
    for (const auto& change : changes_) {
        const auto rows = rows_of(change.positions, context, out);
        // No rows are kept in the graph too: every parameter has a gradient, if a zero one.
        const auto before = out.index_select(0, rows).to(change.weights.source.scalar_type());
        const auto after = dropout(changed(before, change.weights), dropout_, context, change.site);
        out = out.index_copy(0, rows, after.to(out.scalar_type()));
    }
    return out;
}

}  // namespace tunebench::loreft
