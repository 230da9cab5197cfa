// What methods hang on blocks beside projections: core/methods/houlsby, loreft and prefix.
#pragma once

#include <vector>

#include "core/memory/replay/norm.h"
#include "core/memory/replay/replay.h"
#include "core/models/model_config.h"

namespace tunebench::replay {

/// houlsby/layer: a bottleneck beside or behind a sub-layer.
struct BottleneckSketch {
    Sketch down = {}, down_bias = {}, up = {}, up_bias = {};
    bool reads_residual = false;  // in place of the branch
    bool reads_sum = false;       // of both
    Activation activation = Activation::Silu;
    bool has_scale = false;
    double dropout = 0.0;
    bool is_training = true;

    /// `norm` is the model's own of the sum; null where it has none.
    Sketch apply(Replay& replay, const Sketch& branch, const Sketch& residual, const NormSketch* norm) const;
};

/// loreft/layer: an intervention of low rank on rows of the stream.
struct InterventionSketch {
    Sketch axes = {}, source = {}, source_bias = {};
    bool rotates = false;        // the axes are a rotation's parameters
    bool subtracts = true;       // what the axes give of the stream
    std::int64_t positions = 0;  // of a sequence, at most
    double dropout = 0.0;
    bool is_training = true;

    Sketch apply(Replay& replay, const Sketch& stream, std::int64_t sequences) const;
};

/// prefix/layer: what all layers share.
struct PrefixSketch {
    std::int64_t length = 0, heads = 0;
    bool counts_as_tokens = true;
    Sketch embedding = {};
    Sketch inner_weight = {}, inner_bias = {}, outer_weight = {}, outer_bias = {};

    /// Keys and values (length, 2 · width) of one layer.
    Sketch of_layer(Replay& replay, std::int64_t width) const;
};

/// with_prefix: `sequences` times the prefix before as many rows of x.
Sketch with_prefix(Replay& replay, const Sketch& prefix, const Sketch& x, std::int64_t sequences);

/// The lookup of an embedding's low-rank side path, a (rank, V) and b (hidden, rank).
Sketch adapted_lookup(Replay& replay, const Sketch& a, const Sketch& b, std::int64_t rows);

/// Heads of x repeated until they are `columns` wide.
Sketch with_heads(Replay& replay, const Sketch& x, std::int64_t columns);

}  // namespace tunebench::replay
