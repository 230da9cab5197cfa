// core/engine/models/block.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/memory/replay/attention.h"
#include "core/memory/replay/expert_mixture.h"
#include "core/memory/replay/key_value_cache.h"
#include "core/memory/replay/norm.h"
#include "core/memory/replay/projection.h"
#include "core/memory/replay/sites.h"
#include "core/models/model_config.h"
#include "core/models/parameters.h"

namespace tunebench::replay {

/// What all blocks know of a batch.
struct BatchSketch {
    std::int64_t sequences = 1, length = 1;  // with virtual tokens
    Sketch cosine = {}, sine = {};           // of most layers
    Sketch sliding_cosine = {}, sliding_sine = {};
    CacheSketch* cache = nullptr;       // generation: one sequence, continued
    Sketches* router_logits = nullptr;  // where routers of experts leave theirs
    std::int64_t rows() const { return sequences * length; }
    bool continues() const { return cache && cache->length > 0; }
};

struct BlockSketch {
    const ModelConfig* config = nullptr;
    std::int64_t layer = 0;
    int compute_width = kWide;  // of what its maps read
    std::map<NormSite, NormSketch> norms = {};
    std::map<ProjectionRole, ProjectionSketch> projections = {};
    std::optional<MixtureSketch> experts = {};  // in place of the MLP's projections
    const PrefixSketch* prefix = nullptr;
    std::optional<BottleneckSketch> after_attention = {}, after_mlp = {};
    std::vector<InterventionSketch> output = {};

    Sketch forward(Replay& replay, const Sketch& x, const BatchSketch& batch);
    bool trains() const;
    void set_training(bool is_training);
    /// All of its maps.
    void merge(Replay& replay);

private:
    struct Heads {
        Sketch query, key, value;
    };
    struct Branch {
        Sketch out;
        NormSite behind;
        const std::optional<BottleneckSketch>& site;
    };
    bool has(ProjectionRole role) const { return projections.contains(role); }
    Sketch project(Replay& replay, ProjectionRole role, const Sketch& x);
    Sketch normed_at(Replay& replay, NormSite site, const Sketch& x) const;
    Sketch normed_heads(Replay& replay, NormSite site, const Sketch& x) const;
    Heads heads_of(Replay& replay, const Sketch& x);
    Sketch rotated(Replay& replay, const Sketch& x, const BatchSketch& batch) const;
    Sketch mix(Replay& replay, const Heads& heads, const BatchSketch& batch) const;
    Heads key_value_of_prefix(Replay& replay, int width) const;
    Sketch mix_cached(Replay& replay, const Heads& heads, const AttentionShape& shape,
                      const BatchSketch& batch) const;
    Sketch attend(Replay& replay, const Sketch& x, const BatchSketch& batch);
    Sketch feed_forward(Replay& replay, const Sketch& x, const BatchSketch& batch);
    Sketch added(Replay& replay, const Sketch& stream, const Sketch& residual, const Branch& branch) const;
};

}  // namespace tunebench::replay
