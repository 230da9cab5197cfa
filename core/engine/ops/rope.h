// Rotary positions (arXiv:2104.09864) in the half-split form of the Hugging Face models.
#pragma once

#include <ATen/ATen.h>

#include "core/models/model_config.h"

namespace tunebench {

/// Inverse frequencies (head_dim / 2), with the scaling of the configuration applied (linear, llama3).
at::Tensor inverse_frequencies(const RopeConfig& rope, std::int64_t head_dim);

/// Cosines and sines of positions × frequencies, each (n, 1, head_dim / 2).
struct RopeTable {
    at::Tensor cosine = {};
    at::Tensor sine = {};
};
RopeTable rope_table(const at::Tensor& inverse_frequencies, const at::Tensor& positions);

/// x (n, heads, head_dim) rotated by its position. Keeps only the table for backward.
at::Tensor apply_rope(const at::Tensor& x, const RopeTable& table);

}  // namespace tunebench
