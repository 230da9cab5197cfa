// KeyValueCache: keys and values of the tokens a model has read, layer by layer, for generation.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include <ATen/ATen.h>

namespace tunebench {

class KeyValueCache {
public:
    /// Room for `capacity` tokens in each of `layers` layers, beside their prefixes; grows when it is not
    /// enough.
    KeyValueCache(std::int64_t layers, std::int64_t capacity);

    /// Tokens read so far, virtual ones included; those of prefixes are not.
    std::int64_t length() const { return length_; }

    /// Puts keys and values before the first token of a layer. Once, before the first append.
    void put_prefix(std::int64_t layer, const at::Tensor& key, const at::Tensor& value);

    /// Appends (n, key_value_heads, head_dim) of a layer; returns all of that layer's keys and values so far,
    /// its prefix first.
    std::pair<at::Tensor, at::Tensor> append(std::int64_t layer, const at::Tensor& key,
                                             const at::Tensor& value);

    /// Call once after all layers have appended `n` tokens.
    void advance(std::int64_t n) { length_ += n; }

private:
    struct Layer {
        at::Tensor key = {};
        at::Tensor value = {};
        std::int64_t prefix = 0;  // rows before the first token
    };
    void reserve(Layer& layer, const at::Tensor& like, std::int64_t tokens) const;

    std::vector<Layer> layers_;
    std::int64_t capacity_ = 0;
    std::int64_t length_ = 0;
};

}  // namespace tunebench
