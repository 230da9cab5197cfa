// The keys and values that prefix-tuning puts before the tokens of one layer.
#pragma once

#include "core/engine/layers/sites.h"

namespace tunebench::prefix {

/// What trains: the rows of all layers themselves, or an embedding and two linear maps that make them.
struct Encoder {
    at::Tensor embedding = {};  // (T, 2·layers·token_dim), or (T, token_dim) with a projection
    // (width, token_dim), (width), (2·layers·token_dim, width), (2·layers·token_dim); undefined without one
    at::Tensor inner_weight = {}, inner_bias = {}, outer_weight = {}, outer_bias = {};

    /// Columns [begin, begin + count) of the rows (T, 2·layers·token_dim). Gradients go to the parts of the
    /// parameters that these columns need.
    at::Tensor columns(std::int64_t begin, std::int64_t count) const;
};

class LayerPrefix : public KeyValuePrefix {
public:
    LayerPrefix(Encoder encoder, std::int64_t layer, std::int64_t heads, std::int64_t head_dim,
                bool counts_as_tokens)
        : encoder_(std::move(encoder)),
          layer_(layer),
          heads_(heads),
          head_dim_(head_dim),
          counts_as_tokens_(counts_as_tokens) {}

    std::int64_t length() const override { return encoder_.embedding.size(0); }
    std::int64_t heads() const override { return heads_; }
    bool counts_as_tokens() const override { return counts_as_tokens_; }
    KeyValue key_value(const ForwardContext& context) override;

private:
    Encoder encoder_;
    std::int64_t layer_, heads_, head_dim_;
    bool counts_as_tokens_;
};

}  // namespace tunebench::prefix
