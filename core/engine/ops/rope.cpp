#include "core/engine/ops/rope.h"

#include <cmath>
#include <numbers>

#include "core/engine/ops/cpu/typed_rows.h"
#include "core/engine/precision/types.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// Low frequencies are divided by the factor, high ones kept, those between interpolated (Llama 3.1).
double llama3_scaled(double frequency, const RopeConfig& rope) {
    const double wavelength = 2.0 * std::numbers::pi / frequency;
    const auto original = static_cast<double>(rope.original_max_position_embeddings);
    if (wavelength < original / rope.high_freq_factor)
        return frequency;
    if (wavelength > original / rope.low_freq_factor)
        return frequency / rope.factor;
    const double smooth =
        (original / wavelength - rope.low_freq_factor) / (rope.high_freq_factor - rope.low_freq_factor);
    return (1.0 - smooth) * frequency / rope.factor + smooth * frequency;
}

at::Tensor rotated_by_rows(const at::Tensor& x, const at::Tensor& cosine, const at::Tensor& sine) {
    const auto dim = x.size(-1), half = dim / 2, width = x.size(1) * dim;
    auto result = at::empty_like(x);
    const auto *cosines = cosine.data_ptr<float>(), *sines = sine.data_ptr<float>();
    rows::in_parallel(x.size(0), width, [&](std::int64_t first, std::int64_t last) {
        rows::Reader in(x, width);
        rows::Writer out(result, width);
        for (auto row = first; row < last; ++row) {
            const float* from = in.read(row);
            float* to = out.place(row);
            for (std::int64_t head = 0; head < width; head += dim)
                rows::rotate(from + head, from + head + half, cosines + row * half, sines + row * half,
                             to + head, to + head + half, half);
            out.done();
        }
    });
    return result;
}

at::Tensor rotate(const at::Tensor& x, const at::Tensor& cosine, const at::Tensor& sine) {
    if (rows::takes(x) && cosine.scalar_type() == at::kFloat)
        return rotated_by_rows(x.contiguous(), cosine, sine);
    const auto half = x.size(-1) / 2;
    const auto wide = is_narrow(x.scalar_type()) ? x.to(at::kFloat) : x;
    const auto first = wide.narrow(-1, 0, half);
    const auto second = wide.narrow(-1, half, half);
    auto out = at::empty_like(wide, at::MemoryFormat::Contiguous);
    auto out_first = out.narrow(-1, 0, half);
    auto out_second = out.narrow(-1, half, half);
    at::mul_out(out_first, first, cosine);
    out_first.addcmul_(second, sine, -1.0);
    at::mul_out(out_second, second, cosine);
    out_second.addcmul_(first, sine);
    return out.to(x.scalar_type());
}

class Rope : public torch::autograd::Function<Rope> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& cosine,
                              const at::Tensor& sine) {
        context->save_for_backward({cosine, sine});
        return rotate(x, cosine, sine);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        return {rotate(gradients[0], saved[0], saved[1].neg()), at::Tensor(), at::Tensor()};
    }
};

}  // namespace

at::Tensor inverse_frequencies(const RopeConfig& rope, std::int64_t head_dim) {
    std::vector<float> frequencies;
    for (std::int64_t i = 0; i < head_dim; i += 2) {
        // Single precision like the reference: its rounding is part of the model.
        const float exponent = static_cast<float>(i) / static_cast<float>(head_dim);
        const float frequency = 1.0F / std::pow(static_cast<float>(rope.theta), exponent);
        double scaled = frequency;
        if (rope.scaling == RopeScaling::Linear)
            scaled = frequency / rope.factor;
        else if (rope.scaling == RopeScaling::Llama3)
            scaled = llama3_scaled(frequency, rope);
        frequencies.push_back(static_cast<float>(scaled));
    }
    return at::tensor(frequencies);
}

RopeTable rope_table(const at::Tensor& inverse_frequencies, const at::Tensor& positions) {
    const auto angles = at::outer(positions.to(at::kFloat), inverse_frequencies).unsqueeze(1);
    return {.cosine = angles.cos(), .sine = angles.sin()};
}

at::Tensor apply_rope(const at::Tensor& x, const RopeTable& table) {
    return Rope::apply(x, table.cosine, table.sine);
}

}  // namespace tunebench
