// Which tensors of a model are of which type: the engine's own table, the same on every version of LibTorch.
//
//   trained matrices of the model    precision.weights
//   frozen matrices of the model     the narrower of weights and compute
//   vectors (norms, biases)          fp32
//   what methods add                 fp32
//   residual stream                  the wider of weights and compute
//   products, attention, activations compute; sums inside a product in fp32
//   norms, softmax, rotations        computed in fp32, results in compute
//   loss, optimizer                  fp32
#pragma once

#include <ATen/ATen.h>

#include "core/run/run_config.h"

namespace tunebench {

at::ScalarType scalar_type(NumberType type);

struct ModelTypes {
    at::ScalarType trained = at::kFloat;
    at::ScalarType frozen = at::kFloat;
    at::ScalarType stream = at::kFloat;
    at::ScalarType compute = at::kFloat;
    bool operator==(const ModelTypes&) const = default;
};
ModelTypes model_types(const PrecisionSection& precision);

/// bf16 or fp16.
inline bool is_narrow(at::ScalarType type) {
    return type == at::kBFloat16 || type == at::kHalf;
}

/// x in the type; numbers in float64, in which gradients are checked by differences, stay so.
inline at::Tensor in_type(const at::Tensor& x, at::ScalarType type) {
    return x.scalar_type() == at::kDouble ? x : x.to(type);
}

/// Whether products of the type are widened, computed in fp32 and rounded, because the device has no kernels
/// for it. Storage and rounding are those of the type.
inline bool is_emulated(at::ScalarType type, const at::Device& device) {
    return type == at::kHalf && device.is_cpu();
}

}  // namespace tunebench
