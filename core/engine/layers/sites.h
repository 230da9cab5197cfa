// Sites: the places of a model, besides its projections, where a method hangs its arithmetic.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>

#include <ATen/ATen.h>

#include "core/engine/layers/forward_context.h"
#include "core/engine/layers/norm.h"

namespace tunebench {

/// After attention or after the MLP, before the residual add.
class BranchSite {
public:
    virtual ~BranchSite() = default;

    /// `branch` (n, hidden) is the sub-layer's result, `residual` the stream that it is added to, `norm` the
    /// model's own of their sum, null where it has none. Returns what is added in the branch's place.
    virtual at::Tensor apply(const at::Tensor& branch, const at::Tensor& residual, const Norm* norm,
                             const ForwardContext& context) = 0;
};

/// The stream (n, hidden) after a block.
class StreamSite {
public:
    virtual ~StreamSite() = default;

    virtual at::Tensor apply(const at::Tensor& stream, const ForwardContext& context) = 0;
};

struct KeyValue {
    at::Tensor key = {};    // (n, heads, head_dim)
    at::Tensor value = {};  // the same
};

/// Keys and values of one layer that every sequence sees before its first token. Rotary positions do not turn
/// them.
class KeyValuePrefix {
public:
    virtual ~KeyValuePrefix() = default;

    virtual std::int64_t length() const = 0;
    /// As many as the model has for keys and values, or as it has for queries: then those of the text are
    /// repeated.
    virtual std::int64_t heads() const = 0;
    /// Whether it counts as tokens: the first of the text stands at position length(), and a sliding window
    /// passes over it. Otherwise the text stands at position 0, and all of it sees the whole prefix.
    virtual bool counts_as_tokens() const = 0;
    /// Called inside the block, so that it is computed again where the block is.
    virtual KeyValue key_value(const ForwardContext& context) = 0;
};

/// The lookup of the token embedding.
class EmbeddingSite {
public:
    virtual ~EmbeddingSite() = default;

    /// tokens (n) → what is added to their embeddings (n, hidden).
    virtual at::Tensor added(const at::Tensor& tokens) const = 0;
    /// The embedding (V, hidden) with it merged.
    virtual at::Tensor merged(const at::Tensor& embedding) const = 0;
};

/// Embedded tokens before the first token of every sequence.
class VirtualTokens {
public:
    virtual ~VirtualTokens() = default;

    virtual std::int64_t count() const = 0;
    virtual at::Tensor embedded(const ForwardContext& context) = 0;  // (count, hidden)
};

}  // namespace tunebench
