// EpochPlan: which examples stand in which row of which batch, for one epoch. A pure function of the lengths,
// the settings and the epoch, the same on every machine.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tunebench {

struct SamplerSettings {
    std::int64_t batch_size = 8;  // examples a batch, or packed rows with packing
    std::int64_t max_length = 256;
    std::int64_t tokens_before = 0;  // virtual ones that a method puts before each example: with packing they
                                     // take room of a row, which is larger by one example's
    bool packing = true;
    bool length_grouped = false;  // without packing: examples of like length share a batch
    bool shuffle = true;
    std::int64_t seed = 42;
};

/// Row r holds examples[row_starts[r]] to before examples[row_starts[r + 1]]; batch b holds rows
/// [batch_starts[b], batch_starts[b + 1]). Every example stands in exactly one row.
struct EpochPlan {
    std::vector<std::int32_t> examples = {};
    std::vector<std::int32_t> row_starts = {0};
    std::vector<std::int32_t> batch_starts = {0};

    std::int64_t batches() const { return static_cast<std::int64_t>(batch_starts.size()) - 1; }
    std::int64_t rows() const { return static_cast<std::int64_t>(row_starts.size()) - 1; }
    std::span<const std::int32_t> row(std::int64_t index) const;
};

/// `lengths`: tokens of each example.
///
/// Packing is best-fit decreasing: from the longest example down, each goes into the fullest row that has
/// room, and a new row is opened when none has. It fills rows within 11/9 of the optimum, mostly above 98 %
/// where examples are short against max_length. The number of rows depends on the lengths alone, so all
/// epochs have the same number of batches; which of the equally long examples goes where, and the order of
/// the rows, is drawn anew for each epoch. An example longer than max_length has a row of its own.
///
/// Length grouping sorts within buckets of 20 batches and then shuffles the batches, but the one with the
/// most tokens comes first: a lack of memory shows at the first step and not after an hour.
///
/// An incomplete batch is kept.
EpochPlan plan_epoch(std::span<const std::int32_t> lengths, const SamplerSettings& settings,
                     std::int64_t epoch);

}  // namespace tunebench
