// Batch: what the model reads at once. Sequences lie end to end without padding; each attends only to itself
// and its positions restart, so packing several examples in a row changes nothing but speed.
#pragma once

#include <cstdint>
#include <vector>

namespace tunebench {

inline constexpr std::int32_t kIgnored = -100;  // label of a position that the loss does not count

struct Batch {
    std::vector<std::int32_t> tokens = {};       // N
    std::vector<std::int32_t> positions = {};    // N, restarting at 0 for each sequence
    std::vector<std::int32_t> token_types = {};  // N: 1 in the second text of a pair, else 0; empty: all 0
    std::vector<std::int32_t> labels =
        {};  // N: the token that follows, or kIgnored (also at each sequence's end)
    std::vector<std::int32_t> starts = {};  // begin of each sequence in `tokens`; a last entry of N ends them
    // One entry a sequence:
    std::vector<std::int32_t> prompt_lengths =
        {};                                       // tokens before the first that the loss counts; all if none
    std::vector<std::int32_t> first_labels = {};  // the first token where the loss counts it, else kIgnored:
                                                  // only virtual tokens before it can predict it
    std::vector<std::int32_t> class_labels = {};  // classification: the class of each sequence; else empty
    std::vector<std::int32_t> example_indices = {};  // in the data
    std::int64_t supervised_tokens = 0;              // labels that count; sequences with a class
    std::int64_t examples = 0;
};

}  // namespace tunebench
