// core/engine/layers/key_value_cache.
#pragma once

#include <cstdint>
#include <map>

#include "core/memory/replay/replay.h"

namespace tunebench::replay {

struct CacheSketch {
    struct Layer {
        Sketch key = {}, value = {};
    };
    std::int64_t room = 0;    // rows of each layer, those of a prefix among them
    std::int64_t length = 0;  // tokens read so far, virtual ones included; those of a prefix are not
    std::map<std::int64_t, Layer> layers = {};

    /// Where a layer has none yet: its rows, of `columns` numbers for keys and as many for values.
    void reserve(Replay& replay, std::int64_t layer_index, std::int64_t columns, int width) {
        auto& layer = layers[layer_index];
        if (layer.key.is_defined())
            return;
        layer.key = replay.make(room, columns, width);
        layer.value = replay.make(room, columns, width);
    }
};

}  // namespace tunebench::replay
