#include "core/engine/ops/attention.h"

#include <algorithm>
#include <limits>

#include "core/engine/ops/cpu/typed_rows.h"
#include "core/engine/ops/flash_attention.h"
#include "core/engine/precision/products.h"
#include "core/engine/precision/types.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr std::int64_t kQueryTile = 128;

/// Neighbouring sequences of one length, which are computed at once.
struct SequenceGroup {
    std::int64_t first = 0;  // sequence
    std::int64_t begin = 0;  // its first token
    std::int64_t count = 0;  // sequences
    std::int64_t length = 0;

    /// The group's keys, which a prefix before each sequence makes more than its queries.
    SequenceGroup keys(std::int64_t prefix) const {
        return {first, begin + first * prefix, count, length + prefix};
    }
};

std::vector<SequenceGroup> equal_neighbours(const std::vector<std::int32_t>& starts) {
    std::vector<SequenceGroup> groups;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        const std::int64_t length = starts[i + 1] - starts[i];
        if (length == 0)
            continue;
        const auto sequence = static_cast<std::int64_t>(i);
        // An empty sequence between them would still have its prefix.
        if (!groups.empty() && groups.back().length == length &&
            groups.back().first + groups.back().count == sequence)
            ++groups.back().count;
        else
            groups.push_back({.first = sequence, .begin = starts[i], .count = 1, .length = length});
    }
    return groups;
}

struct Tile {
    std::int64_t first_query = 0;
    std::int64_t queries = 0;
    std::int64_t first_key = 0;
    std::int64_t keys = 0;
};

/// The first key that a query sees which `before` keys precede.
std::int64_t first_seen(std::int64_t before, const AttentionLayout& layout) {
    return layout.window && layout.always_seen == 0 ? std::max<std::int64_t>(0, before - *layout.window + 1)
                                                    : 0;
}

/// One more than the last key that a query sees which `before` keys precede, of `total`.
std::int64_t end_of_seen(std::int64_t before, std::int64_t total, const AttentionLayout& layout) {
    if (!layout.is_bidirectional)
        return before + 1;
    return layout.window ? std::min(total, before + *layout.window) : total;
}

std::vector<Tile> tiles_of(std::int64_t length, const AttentionLayout& layout) {
    std::vector<Tile> tiles;
    for (std::int64_t first = 0; first < length; first += kQueryTile) {
        const auto queries = std::min(kQueryTile, length - first);
        const auto seen = layout.prefix + first;  // keys before the first query's own
        const auto first_key = first_seen(seen, layout);
        const auto end = end_of_seen(seen + queries - 1, layout.prefix + length, layout);
        tiles.push_back(
            {.first_query = first, .queries = queries, .first_key = first_key, .keys = end - first_key});
    }
    return tiles;
}

/// True where a query must not see a key: (queries, keys).
at::Tensor forbidden(const Tile& tile, const AttentionLayout& layout, const at::Device& device) {
    const auto options = at::TensorOptions().dtype(at::kLong).device(device);
    const auto own = at::arange(tile.queries, options).add_(layout.prefix + tile.first_query).unsqueeze(1);
    const auto key = at::arange(tile.keys, options).add_(tile.first_key).unsqueeze(0);
    auto mask =
        layout.is_bidirectional ? at::zeros({tile.queries, tile.keys}, options.dtype(at::kBool)) : key > own;
    if (layout.is_bidirectional && layout.window)
        mask.logical_or_(key >= own + *layout.window);
    if (layout.window)
        mask.logical_or_((key <= own - *layout.window).logical_and_(key >= layout.always_seen));
    return mask;
}

/// (n, heads, d) of a group → (count · kv, repeat, length, d), contiguous.
at::Tensor by_head(const at::Tensor& x, const SequenceGroup& group, std::int64_t key_value_heads) {
    const auto repeat = x.size(1) / key_value_heads;
    return x.narrow(0, group.begin, group.count * group.length)
        .view({group.count, group.length, key_value_heads, repeat, x.size(2)})
        .permute({0, 2, 3, 1, 4})
        .reshape({group.count * key_value_heads, repeat, group.length, x.size(2)});
}

/// The inverse of by_head, written into the group's tokens of `out`.
void put_back(const at::Tensor& out, const at::Tensor& x, const SequenceGroup& group,
              std::int64_t key_value_heads) {
    const auto repeat = x.size(1);
    out.narrow(0, group.begin, group.count * group.length)
        .view({group.count, group.length, key_value_heads, repeat, x.size(3)})
        .copy_(
            x.view({group.count, key_value_heads, repeat, group.length, x.size(3)}).permute({0, 3, 1, 2, 4}));
}

/// Rows of several heads that share keys, as one matrix: (b, repeat · queries, d).
at::Tensor rows_of(const at::Tensor& x, const Tile& tile) {
    return x.narrow(2, tile.first_query, tile.queries).reshape({x.size(0), -1, x.size(3)});
}

/// The keys that a row of scores sees: all of the layout's always_seen, then from `first` to `last`.
struct Seen {
    std::int64_t always = 0, first = 0, last = 0;  // of the tile's keys

    Seen(const Tile& tile, const AttentionLayout& layout, std::int64_t query) {
        const auto own = layout.prefix + tile.first_query + query;  // keys before the query's own
        const auto begin = layout.window ? std::max<std::int64_t>(0, own - *layout.window + 1) : 0;
        last = end_of_seen(own, tile.first_key + tile.keys, layout) - tile.first_key;
        first = std::max<std::int64_t>(0, begin - tile.first_key);
        always = std::min(std::max<std::int64_t>(0, layout.always_seen - tile.first_key), first);
    }
};

/// Softmax over what each row of `scores` (…, queries, keys) sees, in place; 0 for the rest.
void softmax_rows(const at::Tensor& scores, const Tile& tile, const AttentionLayout& layout) {
    const auto scale = static_cast<float>(layout.scale);
    rows::in_parallel(scores.numel() / tile.keys, tile.keys, [&](std::int64_t from, std::int64_t to) {
        rows::Reader in(scores, tile.keys);
        rows::Writer out(scores, tile.keys);
        for (auto row = from; row < to; ++row) {
            const Seen seen(tile, layout, row % tile.queries);
            const float* x = in.read(row);
            float* p = out.place(row);
            const auto own = seen.last - seen.first;
            const float shift =
                scale * std::max(rows::largest(x, seen.always), rows::largest(x + seen.first, own));
            rows::exponentials(x, scale, shift, 1.0F, p, seen.always);
            rows::exponentials(x + seen.first, scale, shift, 1.0F, p + seen.first, own);
            const float factor = 1.0F / (rows::sum(p, seen.always) + rows::sum(p + seen.first, own));
            rows::multiply(p, factor, seen.always);
            rows::multiply(p + seen.first, factor, own);
            std::fill(p + seen.always, p + seen.first, 0.0F);
            std::fill(p + seen.last, p + tile.keys, 0.0F);
            out.done();
        }
    });
}

/// The gradient of the scores from that of the probabilities, in the latter's place.
void softmax_gradient_rows(const at::Tensor& gradient, const at::Tensor& probabilities, const Tile& tile,
                           const AttentionLayout& layout) {
    const auto scale = static_cast<float>(layout.scale);
    rows::in_parallel(gradient.numel() / tile.keys, tile.keys, [&](std::int64_t from, std::int64_t to) {
        rows::Reader in(gradient, tile.keys), weights(probabilities, tile.keys);
        rows::Writer out(gradient, tile.keys);
        for (auto row = from; row < to; ++row) {
            const auto seen = Seen(tile, layout, row % tile.queries).last;
            const float *g = in.read(row), *p = weights.read(row);
            float* to_scores = out.place(row);
            rows::softmax_gradient(g, p, rows::dot(g, p, seen), scale, to_scores, seen);
            std::fill(to_scores + seen, to_scores + tile.keys, 0.0F);
            out.done();
        }
    });
}

/// Scores, scaled, as cap · tanh(score / cap) in their own memory.
void cap_scores(at::Tensor& scores, const AttentionLayout& layout) {
    scores.mul_(layout.scale / layout.softcap).tanh_().mul_(layout.softcap);
}

struct Weights {
    at::Tensor probabilities;
    at::Tensor slope;  // what capping multiplies gradients of scores by; undefined without it
};

Weights weights_of(const at::Tensor& query_rows, const at::Tensor& keys, const Tile& tile,
                   const AttentionLayout& layout, bool needs_slope = false) {
    auto scores = product(query_rows, keys.transpose(1, 2));
    at::Tensor slope;
    auto remaining = layout;
    if (layout.softcap > 0.0) {
        cap_scores(scores, layout);
        remaining.scale = 1.0;
        if (needs_slope)
            slope = scores.div(layout.softcap).square_().neg_().add_(1.0);
    }
    if (rows::takes(scores)) {
        softmax_rows(scores, tile, remaining);
        return {scores, slope};
    }
    scores.mul_(remaining.scale)
        .view({scores.size(0), -1, tile.queries, tile.keys})
        .masked_fill_(forbidden(tile, layout, scores.device()), -std::numeric_limits<double>::infinity());
    return {at::softmax(scores, -1), slope};
}

/// The gradient of the scores from that of the probabilities, which it may overwrite.
at::Tensor scores_gradient(const at::Tensor& gradient, const Weights& weights, const Tile& tile,
                           const AttentionLayout& layout) {
    auto result = gradient;
    if (rows::takes(gradient))
        softmax_gradient_rows(gradient, weights.probabilities, tile, layout);
    else
        result = at::_softmax_backward_data(gradient, weights.probabilities, -1,
                                            weights.probabilities.scalar_type())
                     .mul_(layout.scale);
    return weights.slope.defined() ? result.mul_(weights.slope) : result;
}

at::Tensor forward_group(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                         const AttentionLayout& layout) {
    auto out = at::empty_like(query);
    for (const auto& tile : tiles_of(query.size(2), layout)) {
        const auto keys = key.narrow(1, tile.first_key, tile.keys);
        const auto weights = weights_of(rows_of(query, tile), keys, tile, layout).probabilities;
        const auto mixed = product(weights, value.narrow(1, tile.first_key, tile.keys));
        out.narrow(2, tile.first_query, tile.queries)
            .copy_(mixed.view({query.size(0), query.size(1), tile.queries, query.size(3)}));
    }
    return out;
}

struct Gradients {
    at::Tensor query, key, value;
};

Gradients backward_group(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                         const at::Tensor& gradient, const AttentionLayout& layout) {
    Gradients out{at::empty_like(query), at::zeros_like(key), at::zeros_like(value)};
    for (const auto& tile : tiles_of(query.size(2), layout)) {
        const auto keys = key.narrow(1, tile.first_key, tile.keys);
        const auto values = value.narrow(1, tile.first_key, tile.keys);
        const auto query_rows = rows_of(query, tile);
        const auto gradient_rows = rows_of(gradient, tile);
        const auto weights = weights_of(query_rows, keys, tile, layout, /*needs_slope=*/true);
        add_product(out.value.narrow(1, tile.first_key, tile.keys), weights.probabilities.transpose(1, 2),
                    gradient_rows);
        const auto for_scores =
            scores_gradient(product(gradient_rows, values.transpose(1, 2)), weights, tile, layout);
        out.query.narrow(2, tile.first_query, tile.queries)
            .copy_(
                product(for_scores, keys).view({query.size(0), query.size(1), tile.queries, query.size(3)}));
        add_product(out.key.narrow(1, tile.first_key, tile.keys), for_scores.transpose(1, 2), query_rows);
    }
    return out;
}

class Attention : public torch::autograd::Function<Attention> {
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& query, const at::Tensor& key,
                              const at::Tensor& value, const AttentionLayout& layout) {
        context->saved_data["starts"] = std::vector<std::int64_t>(layout.starts.begin(), layout.starts.end());
        context->saved_data["scale"] = layout.scale;
        context->saved_data["softcap"] = layout.softcap;
        context->saved_data["is_bidirectional"] = layout.is_bidirectional;
        context->saved_data["window"] = layout.window.value_or(0);
        context->saved_data["prefix"] = layout.prefix;
        context->saved_data["always_seen"] = layout.always_seen;
        if (flash::takes(query, layout)) {
            const auto found = flash::attention(query, key, value, layout);
            context->save_for_backward(
                {query, key, value, found.out, found.log_sums, found.random_state, found.unused});
            return found.out;
        }
        context->save_for_backward({query, key, value});
        const auto heads = key.size(1);
        auto out = at::empty_like(query);
        for (const auto& group : equal_neighbours(layout.starts)) {
            const auto keys = group.keys(layout.prefix);
            put_back(out,
                     forward_group(by_head(query, group, heads), by_head(key, keys, heads).squeeze(1),
                                   by_head(value, keys, heads).squeeze(1), layout),
                     group, heads);
        }
        return out;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto &query = saved[0], &key = saved[1], &value = saved[2];
        const auto gradient = gradients[0].contiguous();
        const auto layout = layout_of(*context);
        if (flash::takes(query, layout)) {
            const auto found = flash::attention_backward(gradient, query, key, value,
                                                         {saved[3], saved[4], saved[5], saved[6]}, layout);
            return {found.query, found.key, found.value, at::Tensor()};
        }
        const auto heads = key.size(1);
        Gradients out{at::empty_like(query), at::empty_like(key), at::empty_like(value)};
        if (layout.prefix > 0) {  // nothing attends to that of an empty sequence
            out.key.zero_();
            out.value.zero_();
        }
        for (const auto& group : equal_neighbours(layout.starts)) {
            const auto keys = group.keys(layout.prefix);
            const auto part = backward_group(
                by_head(query, group, heads), by_head(key, keys, heads).squeeze(1),
                by_head(value, keys, heads).squeeze(1), by_head(gradient, group, heads), layout);
            put_back(out.query, part.query, group, heads);
            put_back(out.key, part.key.unsqueeze(1), keys, heads);
            put_back(out.value, part.value.unsqueeze(1), keys, heads);
        }
        return {out.query, out.key, out.value, at::Tensor()};
    }

private:
    static AttentionLayout layout_of(AutogradContext& context) {
        const auto starts = context.saved_data["starts"].toIntVector();
        AttentionLayout layout{.scale = context.saved_data["scale"].toDouble(),
                               .softcap = context.saved_data["softcap"].toDouble(),
                               .is_bidirectional = context.saved_data["is_bidirectional"].toBool()};
        layout.starts.assign(starts.begin(), starts.end());
        if (const auto window = context.saved_data["window"].toInt(); window > 0)
            layout.window = window;
        layout.prefix = context.saved_data["prefix"].toInt();
        layout.always_seen = context.saved_data["always_seen"].toInt();
        return layout;
    }
};

}  // namespace

at::Tensor attention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                     const AttentionLayout& layout) {
    return Attention::apply(query.contiguous(), key.contiguous(), value.contiguous(), layout);
}

at::Tensor attention_composed(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                              const AttentionLayout& layout) {
    const auto repeat = query.size(1) / key.size(1);
    std::vector<at::Tensor> parts;
    for (std::size_t i = 0; i + 1 < layout.starts.size(); ++i) {
        const SequenceGroup one{static_cast<std::int64_t>(i), layout.starts[i], 1,
                                layout.starts[i + 1] - layout.starts[i]};
        const auto part = [](const at::Tensor& x, const SequenceGroup& sequence) {
            return x.narrow(0, sequence.begin, sequence.length).transpose(0, 1);  // (heads, length, d)
        };
        const auto seen = one.keys(layout.prefix);
        const auto keys = part(key, seen).repeat_interleave(repeat, 0);
        const auto values = part(value, seen).repeat_interleave(repeat, 0);
        const Tile whole{.queries = one.length, .keys = seen.length};
        auto scores = at::matmul(part(query, one), keys.transpose(1, 2)) * layout.scale;
        if (layout.softcap > 0.0)
            scores = at::tanh(scores / layout.softcap) * layout.softcap;
        const auto weights = at::softmax(scores.masked_fill(forbidden(whole, layout, query.device()),
                                                            -std::numeric_limits<double>::infinity()),
                                         -1);
        parts.push_back(at::matmul(weights, values).transpose(0, 1));
    }
    return at::cat(parts);
}

at::Tensor attention_cached(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                            const AttentionLayout& layout) {
    const auto queries = query.size(0);
    const auto total = key.size(0);
    const auto first_key = first_seen(total - queries, layout);
    const Tile seen{total - queries, queries, first_key, total - first_key};
    const auto heads = key.size(1);
    const auto query_rows = query.view({queries, heads, -1, query.size(2)})
                                .permute({1, 2, 0, 3})
                                .reshape({heads, -1, query.size(2)});
    const auto keys = key.narrow(0, seen.first_key, seen.keys).transpose(0, 1);
    const auto values = value.narrow(0, seen.first_key, seen.keys).transpose(0, 1);
    const AttentionLayout whole{.scale = layout.scale,
                                .softcap = layout.softcap,
                                .window = layout.window,
                                .always_seen = layout.always_seen};
    const auto weights = weights_of(query_rows, keys, seen, whole).probabilities;
    return product(weights, values)
        .view({heads, -1, queries, query.size(2)})
        .permute({2, 0, 1, 3})
        .reshape(query.sizes());
}

}  // namespace tunebench
