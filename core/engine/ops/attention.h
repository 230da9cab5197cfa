// Attention, causal or to both sides, over sequences that lie end to end: each attends only to itself.
// Grouped-query heads
// without repeating keys and values; scores are computed in tiles of queries and never kept, so memory does
// not grow with the square of the length.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <ATen/ATen.h>

namespace tunebench {

struct AttentionLayout {
    std::vector<std::int32_t> starts = {};    // begin of each sequence; a last entry of n ends them
    double scale = 1.0;                       // of the scores, before softmax
    double softcap = 0.0;                     // scores become cap · tanh(score / cap); 0: they stay
    bool is_bidirectional = false;            // a query sees the keys behind it too
    std::optional<std::int64_t> window = {};  // a query sees itself and the window - 1 keys before it, and
                                              // behind it where it sees those
    std::int64_t prefix = 0;       // keys before the first token of each sequence, which queries have not
    std::int64_t always_seen = 0;  // of them, from the first: the window does not pass over these
};

/// query (n, heads, head_dim); key, value (n + sequences · prefix, key_value_heads, head_dim), each
/// sequence's prefix before its tokens → (n, heads, head_dim). Keeps query, key and value for backward, which
/// computes the scores again.
at::Tensor attention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                     const AttentionLayout& layout);

/// The same from LibTorch's own operations, one sequence and the whole score matrix at a time: for tests.
at::Tensor attention_composed(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                              const AttentionLayout& layout);

/// For generation: the last `query.size(0)` positions attend to all of key and value (m, key_value_heads,
/// head_dim). The layout's starts and prefix are not used: there is one sequence, whose keys are all there.
at::Tensor attention_cached(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                            const AttentionLayout& layout);

}  // namespace tunebench
