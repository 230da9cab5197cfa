// core/engine/ops/attention.
#pragma once

#include <cstdint>
#include <optional>

#include "core/memory/replay/replay.h"

namespace tunebench::replay {

/// What decides the sizes of attention's tensors.
struct AttentionShape {
    std::int64_t sequences = 1, length = 1;  // of one length
    std::int64_t heads = 1, key_value_heads = 1, head_dim = 1;
    std::int64_t prefix = 0;  // keys before each sequence
    bool sees_all_of_prefix = false;
    bool caps_scores = false;
    bool is_bidirectional = false;
    std::optional<std::int64_t> window = {};
};

/// query (n, heads · head_dim), key and value (n + sequences · prefix, key_value_heads · head_dim).
Sketch attention(Replay& replay, const Sketch& query, const Sketch& key, const Sketch& value,
                 const AttentionShape& shape);

/// For generation: the last of `keys` positions are the query's. What it gives does not lie by rows where
/// there are several.
Sketch attention_cached(Replay& replay, const Sketch& query, std::int64_t keys, const AttentionShape& shape);

}  // namespace tunebench::replay
