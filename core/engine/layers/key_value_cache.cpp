#include "core/engine/layers/key_value_cache.h"

#include <algorithm>

namespace tunebench {

KeyValueCache::KeyValueCache(std::int64_t layers, std::int64_t capacity)
    : layers_(static_cast<std::size_t>(layers)), capacity_(capacity) {}

std::pair<at::Tensor, at::Tensor> KeyValueCache::append(std::int64_t layer_index, const at::Tensor& key,
                                                        const at::Tensor& value) {
    auto& layer = layers_[static_cast<std::size_t>(layer_index)];
    const auto begin = layer.prefix + length_;
    const auto total = begin + key.size(0);
    reserve(layer, key, total);
    layer.key.narrow(0, begin, key.size(0)).copy_(key);
    layer.value.narrow(0, begin, value.size(0)).copy_(value);
    return {layer.key.narrow(0, 0, total), layer.value.narrow(0, 0, total)};
}

void KeyValueCache::put_prefix(std::int64_t layer_index, const at::Tensor& key, const at::Tensor& value) {
    auto& layer = layers_[static_cast<std::size_t>(layer_index)];
    reserve(layer, key, capacity_ + key.size(0));
    append(layer_index, key, value);
    layer.prefix = key.size(0);
}

void KeyValueCache::reserve(Layer& layer, const at::Tensor& like, std::int64_t tokens) const {
    const auto room = layer.key.defined() ? layer.key.size(0) : 0;
    if (tokens <= room)
        return;
    const auto wanted = std::max({capacity_ + layer.prefix, tokens, 2 * room});
    const auto used = layer.prefix + length_;
    for (auto* tensor : {&layer.key, &layer.value}) {
        auto larger = at::empty({wanted, like.size(1), like.size(2)}, like.options());
        if (tensor->defined())
            larger.narrow(0, 0, used).copy_(tensor->narrow(0, 0, used));
        *tensor = std::move(larger);
    }
}

}  // namespace tunebench
