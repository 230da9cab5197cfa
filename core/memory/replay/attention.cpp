#include "core/memory/replay/attention.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "core/memory/replay/arithmetic.h"

namespace tunebench::replay {
namespace {

constexpr std::int64_t kQueryTile = 128;

struct Tile {
    std::int64_t queries = 0, keys = 0;
};

/// One more than the last key that a query sees which `before` keys precede.
std::int64_t end_of_seen(std::int64_t before, const AttentionShape& shape) {
    if (!shape.is_bidirectional)
        return before + 1;
    const auto total = shape.prefix + shape.length;
    return shape.window ? std::min(total, before + *shape.window) : total;
}

/// The first key that a query sees which `before` keys precede.
std::int64_t first_seen(std::int64_t before, const AttentionShape& shape) {
    return shape.window && !shape.sees_all_of_prefix ? std::max<std::int64_t>(0, before - *shape.window + 1)
                                                     : 0;
}

std::vector<Tile> tiles_of(const AttentionShape& shape) {
    std::vector<Tile> tiles;
    for (std::int64_t first = 0; first < shape.length; first += kQueryTile) {
        const auto queries = std::min(kQueryTile, shape.length - first);
        const auto seen = shape.prefix + first;
        const auto end = end_of_seen(seen + queries - 1, shape);
        tiles.push_back({.queries = queries, .keys = end - first_seen(seen, shape)});
    }
    return tiles;
}

/// Of tiles, which come and go one after the other, those that can hold the most: of those with as many
/// queries the one with the most keys, and the last, which may have fewer.
std::vector<Tile> largest_of(std::vector<Tile> tiles) {
    if (tiles.size() < 3)
        return tiles;
    const auto last = std::prev(tiles.end());
    return {*std::ranges::max_element(tiles.begin(), last, {}, &Tile::keys), *last};
}

/// All sequences at once, which are of one length.
class Group {
public:
    Group(Replay& replay, const AttentionShape& shape)
        : replay_(replay),
          shape_(shape),
          tiles_(replay.ledger().is_recording() ? tiles_of(shape) : largest_of(tiles_of(shape))) {}

    /// (n, heads, d) head by head: a copy where sequences and heads become one dimension.
    bool copies_by_head() const {
        return shape_.sequences > 1 && shape_.key_value_heads > 1 && shape_.length > 1;
    }
    Sketch by_head(const Sketch& x) const { return copies_by_head() ? replay_.like(x) : x.detached(); }

    /// Rows of several heads that share keys: a copy where they do not lie together already.
    Sketch rows_of(const Sketch& x, const Tile& tile) const {
        const bool is_view =
            shape_.heads == shape_.key_value_heads || (copies_by_head() && tile.queries == shape_.length);
        return is_view ? x : replay_.make(shape_.sequences * tile.queries, x.columns, x.width);
    }

    /// Which sides of a product do not lie in one piece, head after head: oneDNN, which has the products of
    /// 16-bit numbers, gets copies of them.
    struct Apart {
        bool left = false, right = false;
    };
    bool queries_lie_apart(const Tile& tile) const {
        const bool are_copied =
            shape_.heads != shape_.key_value_heads && !(copies_by_head() && tile.queries == shape_.length);
        return !are_copied && lies_apart(tile.queries, shape_.length);
    }
    bool keys_lie_apart(const Tile& tile) const {
        return lies_apart(tile.keys, shape_.prefix + shape_.length);
    }

    std::int64_t query_count(const Tile& tile) const {
        return shape_.sequences * tile.queries * shape_.heads * shape_.head_dim;
    }
    std::int64_t key_count(const Tile& tile) const {
        return shape_.sequences * tile.keys * shape_.key_value_heads * shape_.head_dim;
    }
    std::int64_t score_count(const Tile& tile) const {
        return shape_.sequences * shape_.heads * tile.queries * tile.keys;
    }

    Sketch product_of(std::int64_t left, std::int64_t right, std::int64_t results, std::int64_t depth,
                      int width, const Apart& apart) const {
        if (replay_.machine().widens_narrow && width == 2) {
            const auto a = replay_.make(1, left, 4), b = replay_.make(1, right, 4);
            const auto wide = replay_.make(1, results, 4);
            return replay_.make(1, results, width);
        }
        auto out = replay_.make(1, results, width);
        const auto own_left = apart.left ? together(left, results * depth, width) : Sketch();
        const auto own_right = apart.right ? together(right, results * depth, width) : Sketch();
        const auto times = shape_.sequences * shape_.key_value_heads;
        replay_.scratch_of(
            {.rows = left / depth / times, .columns = right / depth / times, .depth = depth, .batch = times},
            width);
        return out;
    }

    /// The tile's keys += scores · queries.
    void add_to_keys(const Tile& tile, int width) const {
        const auto scores = score_count(tile), queries = query_count(tile), keys = key_count(tile);
        const auto steps = scores * shape_.head_dim;
        const auto own_queries = queries_lie_apart(tile) ? together(queries, steps, width) : Sketch();
        const auto own_sums = keys_lie_apart(tile) ? together(keys, steps, width) : Sketch();
        replay_.scratch_of({.rows = tile.keys,
                            .columns = shape_.head_dim,
                            .depth = tile.queries * shape_.heads / shape_.key_value_heads,
                            .batch = shape_.sequences * shape_.key_value_heads,
                            .is_left_transposed = true},
                           width);
        if (!replay_.machine().widens_narrow || width != 2)
            return;
        const auto a = replay_.make(1, scores, 4), b = replay_.make(1, queries, 4);
        const auto wide = replay_.make(1, keys, 4);
    }

    /// A copy for a product of so many steps; small ones are left to others than oneDNN.
    Sketch together(std::int64_t count, std::int64_t steps, int width) const {
        constexpr std::int64_t kSmall = 16 * 16 * 16;
        const auto& machine = replay_.machine();
        if (width != 2 || !machine.is_on_processor || machine.widens_narrow || steps <= kSmall)
            return {};
        return replay_.make(1, count, width);
    }

    struct Weights {
        Sketch probabilities, slope;
    };
    Weights weights_of(const Sketch& query_rows, const Tile& tile, bool needs_slope,
                       const Apart& apart) const {
        const auto width = query_rows.width;
        auto scores =
            product_of(query_count(tile), key_count(tile), score_count(tile), shape_.head_dim, width, apart);
        Sketch slope;
        if (shape_.caps_scores && needs_slope)
            slope = replay_.like(scores);
        if (!replay_.machine().is_on_processor) {
            const auto wide = replay_.copied(scores, std::max(width, 4));
            scores = replay_.like(scores);
        }
        return {std::move(scores), std::move(slope)};
    }

    Sketch forward(const Sketch& query) const {
        auto out = replay_.like(query);
        for (const auto& tile : tiles_) {
            const Apart apart{.left = queries_lie_apart(tile), .right = keys_lie_apart(tile)};
            const auto weights = weights_of(rows_of(query, tile), tile, false, apart).probabilities;
            const auto mixed = product_of(score_count(tile), key_count(tile), query_count(tile), tile.keys,
                                          query.width, {.right = apart.right});
        }
        return out;
    }

    struct Gradients {
        Sketch query, key, value;
    };
    Gradients backward(const Sketch& query, const Sketch& key, const Sketch& value,
                       const Sketch& gradient) const {
        Gradients out{replay_.like(query), replay_.like(key), replay_.like(value)};
        const auto width = query.width;
        for (const auto& tile : tiles_) {
            const auto queries = query_count(tile), keys = key_count(tile), scores = score_count(tile);
            const auto query_rows = rows_of(query, tile);
            const auto gradient_rows = rows_of(gradient, tile);
            const Apart apart{.left = queries_lie_apart(tile), .right = keys_lie_apart(tile)};
            const auto weights = weights_of(query_rows, tile, true, apart);
            add_to_keys(tile, width);
            const auto for_scores = product_of(queries, keys, scores, shape_.head_dim, width, apart);
            product_of(scores, keys, queries, tile.keys, width, {.right = apart.right});
            add_to_keys(tile, width);
        }
        return out;
    }

private:
    /// `part` of `all` rows that each head has.
    bool lies_apart(std::int64_t part, std::int64_t all) const {
        if (shape_.sequences * shape_.key_value_heads == 1)
            return false;
        return part != all || !(copies_by_head() || shape_.key_value_heads == 1 || shape_.length == 1);
    }

    Replay& replay_;
    const AttentionShape& shape_;
    std::vector<Tile> tiles_;
};

/// Whether an accelerator has LibTorch's own kernels for it (core/engine/ops/flash_attention.h).
bool is_flash(const Replay& replay, const AttentionShape& shape, int width) {
    constexpr std::int64_t kWord = 8, kMostWide = 192;
    return !replay.machine().is_on_processor && width == 2 && shape.head_dim % kWord == 0 &&
           shape.head_dim <= kMostWide && !shape.caps_scores && !(shape.window && shape.sees_all_of_prefix);
}

/// Gradients of keys and values head by head of the queries, and that of queries in fp32: one for each part
/// that is summed on its own where the order counts.
Sketches flash_backward(Replay& replay, const AttentionShape& shape, const Sketch& query, const Sketch& key,
                        const Sketch& value) {
    constexpr std::int64_t kProcessors = 132, kPadding = 128, kWideHead = 32;
    Sketches out{replay.like(query), replay.like(key), replay.like(value)};
    const auto of_sequences = shape.sequences * shape.heads;
    const auto parts = replay.machine().sums_in_order ? (kProcessors + of_sequences - 1) / of_sequences : 1;
    const auto head = (shape.head_dim + kWideHead - 1) / kWideHead * kWideHead;
    const auto rows = query.rows + kPadding * shape.sequences;
    const auto sums = replay.make(rows, shape.heads, kWide);
    const auto for_query = replay.make(parts * rows, shape.heads * head, kWide);
    if (shape.heads == shape.key_value_heads)
        return out;
    const auto for_key = replay.make(key.rows, query.columns, key.width),
               for_value = replay.make(value.rows, query.columns, value.width);
    return out;
}

Sketches attention_backward(Replay& replay, const AttentionShape& shape, const Sketch& query,
                            const Sketch& key, const Sketch& value, const Sketch& gradient) {
    const Group group(replay, shape);
    Group::Gradients out{replay.like(query), replay.like(key), replay.like(value)};
    const auto part = group.backward(group.by_head(query), group.by_head(key), group.by_head(value),
                                     group.by_head(gradient));
    return {out.query, out.key, out.value};
}

}  // namespace

Sketch attention(Replay& replay, const Sketch& given_query, const Sketch& given_key,
                 const Sketch& given_value, const AttentionShape& shape) {
    const auto query = contiguous(replay, given_query), key = contiguous(replay, given_key),
               value = contiguous(replay, given_value);
    auto out = replay.like(query);
    if (is_flash(replay, shape, query.width)) {
        const auto log_sums = replay.make(query.rows, shape.heads, kWide);
        const auto kept = out.detached();
        return replay.recorded(std::move(out), {&query, &key, &value},
                               [&replay, shape, query = query.detached(), key = key.detached(),
                                value = value.detached(), kept, log_sums](const Sketch& /*gradient*/) {
                                   return flash_backward(replay, shape, query, key, value);
                               });
    }
    {
        const Group group(replay, shape);
        const auto key_heads = group.by_head(key), value_heads = group.by_head(value);
        const auto part = group.forward(group.by_head(query));
    }
    return replay.recorded(std::move(out), {&query, &key, &value},
                           [&replay, shape, query = query.detached(), key = key.detached(),
                            value = value.detached()](const Sketch& gradient) {
                               return attention_backward(replay, shape, query, key, value, gradient);
                           });
}

Sketch attention_cached(Replay& replay, const Sketch& query, std::int64_t keys, const AttentionShape& shape) {
    const Group group(replay, shape);
    const auto queries = query.rows;
    const Tile seen{.queries = queries, .keys = keys - first_seen(keys - queries, shape)};
    // A view where the heads share no keys, and of one query.
    const bool shares_keys = shape.heads > shape.key_value_heads;
    const auto rows = queries > 1 && shares_keys ? replay.like(query) : query;
    const bool has_groups = shape.key_value_heads > 1;
    const Group::Apart apart{.left = queries > 1 && !shares_keys && has_groups, .right = true};
    const auto weights = group.weights_of(rows, seen, false, apart).probabilities;
    auto mixed = group.product_of(group.score_count(seen), group.key_count(seen), query.count(), seen.keys,
                                  query.width, {.right = has_groups});
    mixed = mixed.viewed(queries, query.columns);
    mixed.is_contiguous = queries == 1 || shape.heads == 1;
    return mixed;
}

}  // namespace tunebench::replay
