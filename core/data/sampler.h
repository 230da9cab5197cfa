// Sampler: which examples make up which batch, in which order. A pure function of the data, the settings, the seed
// and a position, so that a resumed run reads exactly what the uninterrupted one would have read.
#pragma once

#include <cstdint>
#include <vector>

#include "core/data/batch.h"
#include "core/data/example.h"

namespace tunebench {

struct SamplerSettings {
    std::int64_t batch_size = 8;  // sequences, or packed rows with packing
    std::int64_t max_length = 256;
    bool packing = true;
    bool length_grouped = false;
    bool shuffle = true;
    std::int64_t seed = 42;
};

/// Where the sampler stands; part of a checkpoint.
struct SamplerPosition {
    std::int64_t epoch = 0;
    std::int64_t batch = 0;  // index within the epoch
    bool operator==(const SamplerPosition&) const = default;
};

class Sampler {
public:
    /// `examples` must outlive the sampler.
    Sampler(const std::vector<Example>& examples, SamplerSettings settings);

    std::int64_t batches_per_epoch() const;  // of the current epoch; packing may differ by epoch
    SamplerPosition position() const { return position_; }
    void seek(SamplerPosition position);
    /// The batch at the position; moves on, into the next epoch after the last.
    Batch next();

private:
    void plan_epoch();

    const std::vector<Example>& examples_;
    SamplerSettings settings_;
    SamplerPosition position_;
    std::vector<std::vector<std::vector<std::int32_t>>> plan_;  // batch → rows → examples
};

/// One batch of the given examples, row by row.
Batch make_batch(const std::vector<Example>& examples, const std::vector<std::vector<std::int32_t>>& rows);

}  // namespace tunebench
