#include <algorithm>
#include <cmath>

#include <c10/cuda/CUDAException.h>
#include <c10/cuda/CUDAStream.h>

#include "core/engine/ops/accelerated.h"
#include "core/engine/ops/cuda/adam.h"
#include "core/engine/ops/cuda/block_codes.h"
#include "core/engine/ops/cuda/cross_entropy.h"
#include "core/engine/ops/cuda/elementwise.h"
#include "core/engine/ops/cuda/gradient_counts.h"
#include "core/engine/ops/cuda/rms_norm.h"
#include "core/engine/tensor.h"

namespace tunebench::accelerated {
namespace {

cuda::Stream stream() {
    return c10::cuda::getCurrentCUDAStream().stream();
}

void check(cuda::Status status) {
    C10_CUDA_CHECK(static_cast<cudaError_t>(status));
}

bool is_known(at::ScalarType type) {
    return type == at::kFloat || type == at::kBFloat16 || type == at::kHalf;
}

cuda::NumberKind kind_of(at::ScalarType type) {
    switch (type) {
        case at::kBFloat16:
            return cuda::NumberKind::Bf16;
        case at::kHalf:
            return cuda::NumberKind::Fp16;
        default:
            return cuda::NumberKind::Fp32;
    }
}

cuda::Numbers numbers(const at::Tensor& x) {
    return {.data = x.data_ptr(), .kind = kind_of(x.scalar_type())};
}

cuda::ConstNumbers read_only(const at::Tensor& x) {
    return {.data = x.data_ptr(), .kind = kind_of(x.scalar_type())};
}

cuda::Rows rows_of(const at::Tensor& x) {
    return {.count = x.numel() / x.size(-1), .width = x.size(-1)};
}

cuda::DecodedBlocks decoded_blocks(const BlockCodes& blocks, at::ScalarType rounded_to) {
    return {.codes = blocks.codes.data_ptr<std::uint8_t>(),
            .book = blocks.code_book.data_ptr<float>(),
            .entries = static_cast<int>(blocks.code_book.numel()),
            .block_size = blocks.block_size,
            .count = blocks.count,
            .scales = {.plain = blocks.absmax.defined() ? blocks.absmax.data_ptr<float>() : nullptr},
            .rounded_to = kind_of(rounded_to)};
}

cuda::DecodedBlocks decoded_blocks(const QuantizedWeight& weight) {
    auto blocks = decoded_blocks(weight.codes, weight.rounded_to);
    if (weight.scales) {
        const auto& nested = weight.scales->codes;
        blocks.scales = {.nested = nested.codes.data_ptr<std::uint8_t>(),
                         .nested_book = nested.code_book.data_ptr<float>(),
                         .nested_scales = nested.absmax.data_ptr<float>(),
                         .nested_block = nested.block_size,
                         .offset = weight.scales->offset};
    }
    return blocks;
}

at::Tensor decode(const cuda::DecodedBlocks& blocks, const at::TensorOptions& options, at::ScalarType type) {
    // Float64, in which gradients are checked, is widened from what the kernel makes.
    auto out = at::empty({blocks.count}, options.dtype(is_known(type) ? type : at::kFloat));
    check(cuda::decode(blocks, numbers(out), stream()));
    return out.to(type);
}

cuda::Gate gate_of(const at::Tensor& gate, const at::Tensor& up) {
    const auto width = gate.size(-1);
    return {.rows = gate.numel() / std::max<std::int64_t>(width, 1),
            .width = width,
            .stride = gate.dim() > 1 ? gate.stride(-2) : width,
            .gate = read_only(gate),
            .up = read_only(up)};
}

cuda::AdamStep adam_step(const AdamUpdate& u) {
    const double correction1 = 1.0 - std::pow(u.beta1, static_cast<double>(u.step));
    const double correction2 = 1.0 - std::pow(u.beta2, static_cast<double>(u.step));
    return {.step_size = static_cast<float>(u.learning_rate / correction1),
            .root_correction = static_cast<float>(std::sqrt(correction2)),
            .beta1 = static_cast<float>(u.beta1),
            .beta1_rest = static_cast<float>(1.0 - u.beta1),
            .beta2 = static_cast<float>(u.beta2),
            .beta2_rest = static_cast<float>(1.0 - u.beta2),
            .eps = static_cast<float>(u.eps),
            .keep = static_cast<float>(1.0 - u.learning_rate * u.decoupled_decay),
            .l2 = static_cast<float>(u.l2_decay),
            .scale = static_cast<float>(u.gradient_scale),
            .rounds_by_chance = u.rounding.seed.has_value(),
            .seed = u.rounding.seed.value_or(0)};
}

cuda::AdamTensors adam_tensors(const at::Tensor& parameter, const at::Tensor& gradient) {
    return {.count = parameter.numel(), .parameter = numbers(parameter), .gradient = read_only(gradient)};
}

cuda::Codes codes_of(const CodedState& state) {
    return {.codes = state.codes.data_ptr<std::uint8_t>(),
            .scales = state.absmax.data_ptr<float>(),
            .book = state.code.code_book().data_ptr<float>()};
}

}  // namespace

bool takes(const at::Tensor& x) {
    return x.is_cuda() && is_known(x.scalar_type()) && x.is_contiguous();
}

at::Tensor decode(const BlockCodes& blocks, at::ScalarType type) {
    return decode(decoded_blocks(blocks, at::kFloat), blocks.codes.options(), type);
}

at::Tensor decode(const QuantizedWeight& weight, at::ScalarType type) {
    return decode(decoded_blocks(weight), weight.codes.codes.options(), type);
}

bool takes_few(const at::Tensor& x, const QuantizedWeight& weight) {
    constexpr std::int64_t kWord = 8;  // numbers
    return takes(x) && x.dim() == 2 && x.size(0) > 0 && x.size(0) <= cuda::kFewRows &&
           x.size(1) % kWord == 0 && weight.codes.count > 0;
}

at::Tensor product_of_few(const at::Tensor& x, const QuantizedWeight& weight) {
    auto out = at::empty({x.size(0), weight.shape[0]}, x.options());
    check(cuda::multiply_few(decoded_blocks(weight), x.size(1), read_only(x), x.size(0), numbers(out),
                             stream()));
    return out;
}

Normed rms_norm(const at::Tensor& x, const at::Tensor& weight, double eps, at::ScalarType type) {
    const auto rows = rows_of(x);
    Normed result{at::empty(x.sizes(), x.options().dtype(type)),
                  at::empty({rows.count, 1}, x.options().dtype(at::kFloat))};
    check(cuda::rms_norm(rows, read_only(x), weight.data_ptr<float>(), eps, numbers(result.out),
                         result.scale.data_ptr<float>(), stream()));
    return result;
}

at::Tensor rms_norm_input_gradient(const at::Tensor& gradient, const at::Tensor& x, const at::Tensor& weight,
                                   const at::Tensor& scale) {
    auto for_x = at::empty_like(x);
    check(cuda::rms_norm_input_gradient(rows_of(x), read_only(gradient), read_only(x),
                                        weight.data_ptr<float>(), scale.data_ptr<float>(), numbers(for_x),
                                        stream()));
    return for_x;
}

at::Tensor rms_norm_weight_gradient(const at::Tensor& gradient, const at::Tensor& x,
                                    const at::Tensor& scale) {
    const auto rows = rows_of(x);
    const auto sums = at::empty({cuda::rms_norm_parts(rows), rows.width}, x.options().dtype(at::kFloat));
    check(cuda::rms_norm_weight_gradient(rows, read_only(gradient), read_only(x), scale.data_ptr<float>(),
                                         sums.data_ptr<float>(), stream()));
    return sums.sum(0);
}

at::Tensor rotate(const at::Tensor& x, const at::Tensor& cosine, const at::Tensor& sine) {
    auto out = at::empty_like(x);
    check(cuda::rotate({.count = x.size(0),
                        .heads = x.size(1),
                        .dimensions = x.size(2),
                        .half = cosine.size(-1),
                        .cosine = cosine.data_ptr<float>(),
                        .sine = sine.data_ptr<float>()},
                       read_only(x), numbers(out), stream()));
    return out;
}

void silu_multiply(const at::Tensor& gate, const at::Tensor& up, const at::Tensor& out) {
    check(cuda::silu_multiply(gate_of(gate, up), numbers(out), stream()));
}

void silu_multiply_gradient(const at::Tensor& gate, const at::Tensor& up, const at::Tensor& gradient,
                            const at::Tensor& for_gate, const at::Tensor& for_up) {
    check(cuda::silu_multiply_gradient(gate_of(gate, up), read_only(gradient), numbers(for_gate),
                                       numbers(for_up), stream()));
}

at::Tensor row_losses(const at::Tensor& logits, const at::Tensor& labels, const LossTerms& terms,
                      std::optional<double> scale) {
    auto losses = at::empty({logits.size(0)}, logits.options().dtype(at::kDouble));
    check(cuda::row_losses({.rows = logits.size(0),
                            .width = logits.size(1),
                            .labels = labels.data_ptr<std::int64_t>(),
                            .label_smoothing = terms.label_smoothing,
                            .z_loss = terms.z_loss,
                            .scale = scale},
                           numbers(logits), losses.data_ptr<double>(), stream()));
    return losses.sum();
}

void adam_update(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& exp_avg,
                 const at::Tensor& exp_avg_sq, const AdamUpdate& update) {
    check(cuda::adam(adam_step(update), adam_tensors(parameter, gradient), exp_avg.data_ptr<float>(),
                     exp_avg_sq.data_ptr<float>(), stream()));
}

void adam_update(const at::Tensor& parameter, const at::Tensor& gradient, const CodedState& exp_avg,
                 const CodedState& exp_avg_sq, const AdamUpdate& update) {
    check(cuda::adam_on_codes(adam_step(update), adam_tensors(parameter, gradient),
                              {.bits = exp_avg.code.bits(), .block = exp_avg.code.block()}, codes_of(exp_avg),
                              codes_of(exp_avg_sq), stream()));
}

void count_narrow(const at::Tensor& gradient, std::int64_t stride, double smallest,
                  const at::Tensor& counts) {
    static_assert(sizeof(unsigned long long) == sizeof(std::int64_t));
    const auto width = gradient.dim() > 1 ? gradient.numel() / gradient.size(0) : gradient.numel();
    check(cuda::count_narrow({.rows = gradient.dim() > 1 ? gradient.size(0) : 1,
                              .width = width,
                              .stride = stride,
                              .gradient = read_only(gradient)},
                             static_cast<float>(smallest),
                             reinterpret_cast<unsigned long long*>(counts.data_ptr<std::int64_t>()),
                             stream()));
}

}  // namespace tunebench::accelerated
