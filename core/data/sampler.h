// Sampler: which examples make up which batch, in which order. A pure function of the data, the settings, the
// seed and a position, so that a resumed run reads exactly what the uninterrupted one would have read.
#pragma once

#include <cstdint>
#include <vector>

#include "core/data/batch.h"
#include "core/data/epoch_plan.h"
#include "core/data/examples.h"

namespace tunebench {

/// Where the sampler stands; part of a checkpoint.
struct SamplerPosition {
    std::int64_t epoch = 0;
    std::int64_t batch = 0;  // index within the epoch
    bool operator==(const SamplerPosition&) const = default;
};

class Sampler {
public:
    Sampler(Examples examples, SamplerSettings settings);

    std::int64_t batches_per_epoch() const { return plan_.batches(); }  // the same in every epoch
    std::int64_t tokens_per_epoch() const { return tokens_; }

    /// Tokens over the room that the rows have: with packing the share of max_length that is filled; what is
    /// left is not computed, rows only come out shorter.
    double fill_share() const;

    /// Of the epoch of the position.
    const EpochPlan& plan() const { return plan_; }

    SamplerPosition position() const { return position_; }

    /// Goes to a position that position() gave. One outside the epoch is the start of the next epoch.
    void seek(SamplerPosition position);

    /// The batch at the position; moves on, into the next epoch after the last. Empty when there is no
    /// example.
    Batch next();

private:
    void enter_epoch(std::int64_t epoch);

    Examples examples_;
    SamplerSettings settings_;
    std::vector<std::int32_t> lengths_;  // with the virtual tokens
    std::int64_t tokens_ = 0;
    SamplerPosition position_;
    EpochPlan plan_;  // of position_.epoch
};

/// One batch of the given examples, row by row.
Batch make_batch(const Examples& examples, const std::vector<std::vector<std::int32_t>>& rows);

}  // namespace tunebench
