#include "core/engine/ops/rope.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "core/engine/ops/accelerated.h"
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

/// YaRN (arXiv:2309.00071): frequencies that turn often within the original length stay, those that turn less
/// than once are divided by the factor, those between are mixed.
class YarnBlend {
public:
    YarnBlend(const RopeConfig& rope, std::int64_t dimensions) : rope_(rope), dimensions_(dimensions) {
        low_ = dimension_of(rope.beta_fast);
        high_ = dimension_of(rope.beta_slow);
        if (rope.truncate) {
            low_ = std::floor(low_);
            high_ = std::ceil(high_);
        }
        low_ = std::max(low_, 0.0);
        high_ = std::min(high_, static_cast<double>(dimensions - 1));
        if (low_ == high_)
            high_ += 0.001;
    }

    double scaled(double frequency, std::int64_t pair) const {
        const double divided = std::clamp((static_cast<double>(pair) - low_) / (high_ - low_), 0.0, 1.0);
        return frequency / rope_.factor * divided + frequency * (1.0 - divided);
    }

private:
    /// The pair that turns so often within the original length.
    double dimension_of(double rotations) const {
        const auto original = static_cast<double>(rope_.original_max_position_embeddings);
        return static_cast<double>(dimensions_) * std::log(original / (rotations * 2.0 * std::numbers::pi)) /
               (2.0 * std::log(rope_.theta));
    }

    const RopeConfig& rope_;
    std::int64_t dimensions_;
    double low_ = 0.0, high_ = 0.0;
};

/// The frequency of each pair as the model was first trained.
std::vector<double> first_frequencies(const RopeConfig& rope, std::int64_t dimensions) {
    std::vector<double> frequencies;
    for (std::int64_t i = 0; i < dimensions; i += 2) {
        // Single precision like the reference: its rounding is part of the model.
        const float exponent = static_cast<float>(i) / static_cast<float>(dimensions);
        frequencies.push_back(1.0F / std::pow(static_cast<float>(rope.theta), exponent));
    }
    return frequencies;
}

std::int64_t rotated_dimensions(const RopeConfig& rope, std::int64_t head_dim) {
    return rope.dimensions > 0 ? rope.dimensions : head_dim;
}

at::Tensor divided(std::vector<double> frequencies, const std::vector<double>& divisors) {
    std::vector<float> scaled;
    for (std::size_t i = 0; i < frequencies.size(); ++i)
        scaled.push_back(static_cast<float>(frequencies[i] / divisors[i]));
    return at::tensor(scaled);
}

at::Tensor rotated_by_rows(const at::Tensor& x, const at::Tensor& cosine, const at::Tensor& sine) {
    const auto dim = x.size(-1), half = cosine.size(-1), width = x.size(1) * dim;
    auto result = at::empty_like(x);
    const auto *cosines = cosine.data_ptr<float>(), *sines = sine.data_ptr<float>();
    rows::in_parallel(x.size(0), width, [&](std::int64_t first, std::int64_t last) {
        rows::Reader in(x, width);
        rows::Writer out(result, width);
        for (auto row = first; row < last; ++row) {
            const float* from = in.read(row);
            float* to = out.place(row);
            for (std::int64_t head = 0; head < width; head += dim) {
                rows::rotate(from + head, from + head + half, cosines + row * half, sines + row * half,
                             to + head, to + head + half, half);
                std::copy(from + head + 2 * half, from + head + dim, to + head + 2 * half);
            }
            out.done();
        }
    });
    return result;
}

at::Tensor rotate(const at::Tensor& x, const at::Tensor& cosine, const at::Tensor& sine) {
    if (rows::takes(x) && cosine.scalar_type() == at::kFloat)
        return rotated_by_rows(x.contiguous(), cosine, sine);
    if (const auto whole = x.contiguous(); accelerated::takes(whole) && accelerated::takes(cosine))
        return accelerated::rotate(whole, cosine, sine);
    const auto half = cosine.size(-1), rest = x.size(-1) - 2 * half;
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
    if (rest > 0)
        out.narrow(-1, 2 * half, rest).copy_(wide.narrow(-1, 2 * half, rest));
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
    const auto dimensions = rotated_dimensions(rope, head_dim);
    auto frequencies = first_frequencies(rope, dimensions);
    if (rope.scaling == RopeScaling::LongRope)
        return divided(std::move(frequencies), rope.short_factors);
    std::optional<YarnBlend> yarn;
    if (rope.scaling == RopeScaling::Yarn)
        yarn.emplace(rope, dimensions);
    std::vector<float> scaled;
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
        auto frequency = frequencies[i];
        if (rope.scaling == RopeScaling::Linear)
            frequency /= rope.factor;
        else if (rope.scaling == RopeScaling::Llama3)
            frequency = llama3_scaled(frequency, rope);
        else if (yarn)
            frequency = yarn->scaled(frequency, static_cast<std::int64_t>(i));
        scaled.push_back(static_cast<float>(frequency));
    }
    return at::tensor(scaled);
}

namespace {

/// Frequencies of a text of that length, whose base grows with it.
at::Tensor dynamic_frequencies(RopeConfig rope, std::int64_t dimensions, std::int64_t length) {
    const auto original = static_cast<double>(rope.original_max_position_embeddings);
    const auto width = static_cast<double>(dimensions);
    rope.theta *= std::pow(rope.factor * static_cast<double>(length) / original - (rope.factor - 1.0),
                           width / (width - 2.0));
    return divided(first_frequencies(rope, dimensions),
                   std::vector<double>(static_cast<std::size_t>(dimensions / 2), 1.0));
}

/// Those that the longest text asks for.
at::Tensor frequencies_at(const RopeFrequencies& frequencies, const at::Tensor& positions) {
    if ((!frequencies.beyond.defined() && !frequencies.dynamic) || positions.numel() == 0)
        return frequencies.usual;
    const auto length = positions.max().item<std::int64_t>() + 1;
    if (length <= frequencies.original)
        return frequencies.usual;
    if (frequencies.beyond.defined())
        return frequencies.beyond;
    return dynamic_frequencies(*frequencies.dynamic, frequencies.dimensions, length).to(positions.device());
}

}  // namespace

void RopeFrequencies::move_to(const at::Device& device) {
    usual = usual.to(device);
    if (beyond.defined())
        beyond = beyond.to(device);
}

RopeFrequencies rope_frequencies(const RopeConfig& rope, std::int64_t head_dim) {
    RopeFrequencies all{.usual = inverse_frequencies(rope, head_dim),
                        .dimensions = rotated_dimensions(rope, head_dim),
                        .original = rope.original_max_position_embeddings,
                        .magnitude = rope.magnitude};
    if (rope.scaling == RopeScaling::LongRope)
        all.beyond = divided(first_frequencies(rope, rotated_dimensions(rope, head_dim)), rope.long_factors);
    if (rope.scaling == RopeScaling::Dynamic)
        all.dynamic = rope;
    return all;
}

RopeTable rope_table(const RopeFrequencies& frequencies, const at::Tensor& positions) {
    const auto chosen = frequencies_at(frequencies, positions);
    const auto angles = at::outer(positions.to(at::kFloat), chosen).unsqueeze(1);
    RopeTable table{.cosine = angles.cos(), .sine = angles.sin()};
    if (frequencies.magnitude != 1.0) {
        table.cosine.mul_(frequencies.magnitude);
        table.sine.mul_(frequencies.magnitude);
    }
    return table;
}

at::Tensor apply_rope(const at::Tensor& x, const RopeTable& table) {
    return Rope::apply(x, table.cosine, table.sine);
}

}  // namespace tunebench
