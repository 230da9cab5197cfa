#include "core/engine/training/gradient_statistics.h"

#include <algorithm>
#include <limits>

#include "core/engine/ops/accelerated.h"
#include "core/engine/ops/cpu/typed_rows.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

constexpr std::int64_t kSampled = 16384;  // numbers of a tensor

/// A scalar, double.
at::Tensor norm_of(const at::Tensor& gradient) {
    if (!gradient.device().is_cpu())
        return at::linalg_vector_norm(gradient, 2.0, at::OptionalIntArrayRef(), false, at::kFloat)
            .to(at::kDouble);
    constexpr std::int64_t kPart = 4096;
    const auto flat = gradient.contiguous();
    const auto parts = (flat.numel() + kPart - 1) / kPart;
    auto squares = at::empty({parts}, at::kDouble);
    auto* sums = squares.data_ptr<double>();
    rows::in_parallel(parts, kPart, [&](std::int64_t first, std::int64_t last) {
        rows::Reader in(flat, kPart);
        for (auto part = first; part < last; ++part) {
            const auto count = std::min(kPart, flat.numel() - part * kPart);
            sums[part] = rows::sum_of_squares(in.read(part, 0, count), count);
        }
    });
    return squares.sum().sqrt_();
}

double smallest_normal(at::ScalarType type) {
    return type == at::kHalf ? 6.103515625e-05 : std::numeric_limits<float>::min();
}

at::Tensor as_matrix(const at::Tensor& gradient) {
    return gradient.detach().reshape({gradient.dim() > 1 ? gradient.size(0) : 1, -1});
}

/// Every which row of a gradient is looked at.
std::int64_t sample_stride(const at::Tensor& matrix) {
    const auto wanted = std::max<std::int64_t>(1, kSampled / std::max<std::int64_t>(matrix.size(1), 1));
    return std::max<std::int64_t>(1, matrix.size(0) / wanted);
}

/// sums += of a gradient's sample: numbers, those too small, those not finite.
void add_counts(const at::Tensor& gradient, double smallest, const at::Tensor& sums) {
    const auto matrix = as_matrix(gradient);
    if (accelerated::takes(matrix))
        return accelerated::count_narrow(matrix, sample_stride(matrix), smallest, sums);
    const auto sample = matrix.slice(0, 0, matrix.size(0), sample_stride(matrix)).to(at::kFloat).abs();
    const auto counts = sample.ne(0).any(1, /*keepdim=*/true);
    sums.add_(at::stack({counts.sum() * matrix.size(1), sample.lt(smallest).logical_and_(counts).sum(),
                         sample.isfinite().logical_not_().sum()}));
}

}  // namespace

double gradient_norm(const at::Tensor& gradient) {
    return norm_of(gradient).item<double>();
}

double gradient_norm(const Gradients& gradients) {
    std::vector<at::Tensor> norms, at_once;
    for (std::size_t i = 0; i < gradients.size(); ++i) {
        const auto& gradient = gradients.of(i);
        if (!gradient.defined())
            continue;
        // Of many small tensors an accelerator spends more time on starting each.
        if (gradient.is_cuda() && gradient.scalar_type() == at::kFloat)
            at_once.push_back(gradient);
        else
            norms.push_back(norm_of(gradient));
    }
    if (!at_once.empty())
        norms.push_back(at::stack(at::_foreach_norm(at_once, 2)).to(at::kDouble).norm());
    // Read all at once: an accelerator would wait for each.
    return norms.empty() ? 0.0 : at::stack(norms).norm().item<double>();
}

NarrowShares narrow_shares(const Gradients& gradients, at::ScalarType computed_in) {
    at::Tensor counts;  // read once at the end: an accelerator would wait each time
    for (std::size_t i = 0; i < gradients.size(); ++i) {
        const auto& gradient = gradients.of(i);
        if (!gradient.defined() || gradient.numel() == 0)
            continue;
        if (!counts.defined())
            counts = at::zeros({3}, gradient.options().dtype(at::kLong).requires_grad(false));
        add_counts(gradient, smallest_normal(computed_in), counts);
    }
    if (!counts.defined())
        return {};
    const auto sums = counts.to(at::kCPU, at::kDouble);
    const auto* sum = sums.data_ptr<double>();
    const double all = std::max(sum[0], 1.0);
    return {.underflow = sum[1] / all, .overflow = sum[2] / all};
}

}  // namespace tunebench
