// Rotary positions (arXiv:2104.09864) in the half-split form of the Hugging Face models.
#pragma once

#include <optional>

#include <ATen/ATen.h>

#include "core/models/model_config.h"

namespace tunebench {

/// Inverse frequencies (rotated dimensions / 2), with the scaling of the configuration applied; longrope's
/// those of texts within the original length.
at::Tensor inverse_frequencies(const RopeConfig& rope, std::int64_t head_dim);

/// The frequencies of a model, or of some of its layers.
struct RopeFrequencies {
    at::Tensor usual = {};   // (rotated dimensions / 2)
    at::Tensor beyond = {};  // longrope: of texts longer than `original`; undefined: there are none
    std::optional<RopeConfig> dynamic = {};  // of texts longer than `original` they follow from the length
    std::int64_t dimensions = 0;             // that are rotated
    std::int64_t original = 0;               // positions
    double magnitude = 1.0;                  // of the rotated vectors

    void move_to(const at::Device& device);
};
RopeFrequencies rope_frequencies(const RopeConfig& rope, std::int64_t head_dim);

/// Cosines and sines of positions × frequencies, each (n, 1, rotated dimensions / 2). Undefined: no rotation.
struct RopeTable {
    at::Tensor cosine = {};
    at::Tensor sine = {};
};
/// As in the reference, the longest text among those at `positions` decides over longrope's and dynamic
/// frequencies.
RopeTable rope_table(const RopeFrequencies& frequencies, const at::Tensor& positions);

/// x (n, heads, head_dim): the first dimensions of each head rotated by its position, the others as they are.
/// Keeps only the table for backward.
at::Tensor apply_rope(const at::Tensor& x, const RopeTable& table);

}  // namespace tunebench
