// RopeConfig: the rotary positions (arXiv:2104.09864) of a model, as config.json describes them.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench {

/// How the frequencies are changed for longer texts than the model has first learned.
enum class RopeScaling {
    None,
    Linear,
    Dynamic,  // from original_max_position_embeddings on the base grows with the text
    Llama3,
    Yarn,     // arXiv:2309.00071
    LongRope  // arXiv:2402.13753
};

struct RopeConfig {
    double theta = 10000.0;
    std::int64_t dimensions = 0;  // of a head that are rotated, the first ones; 0: all
    RopeScaling scaling = RopeScaling::None;
    double factor = 1.0;
    double low_freq_factor = 1.0;   // llama3
    double high_freq_factor = 4.0;  // llama3
    double beta_fast = 32.0;        // yarn: rotations over the original length from which frequencies stay
    double beta_slow = 1.0;         // yarn: and up to which they are divided by the factor
    bool truncate = true;           // yarn: the border between them lies at whole dimensions
    double magnitude = 1.0;         // of the rotated vectors: yarn and longrope
    std::vector<double> short_factors = {};  // longrope: divisors up to the original length
    std::vector<double> long_factors = {};   // longrope: and beyond it
    std::int64_t original_max_position_embeddings = 0;
    bool operator==(const RopeConfig&) const = default;
};

/// What else the frequencies hang on, and what a family takes where the keys are absent.
struct RopeContext {
    std::int64_t head_dim = 0;
    std::int64_t max_position_embeddings = 0;
    double theta = 10000.0;
    double partial_rotary_factor = 1.0;
};

/// From rope_theta, partial_rotary_factor, rope_scaling and original_max_position_embeddings, or from
/// rope_parameters, which newer files have in their place. Unsupported for
/// a type that is not known, Corrupt for values that cannot be; both name the key.
Result<RopeConfig> rope_from(const Json& json, const RopeContext& context);

/// The same keys; a model of `head_dim` reads them back to the same.
void write_rope(const RopeConfig& rope, std::int64_t head_dim, OrderedJson& json);

}  // namespace tunebench
