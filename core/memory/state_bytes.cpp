#include "core/memory/state_bytes.h"

namespace tunebench {

std::int64_t StateBytes::of(const TrainableTensor& tensor) {
    const bool is_block_weight = tensor.group == TensorGroup::BlockWeight;
    const auto [it, is_new] = known_.try_emplace({tensor.shape, is_block_weight}, 0);
    if (is_new)
        it->second = optimizer_.state_bytes(params_, tensor.shape, is_block_weight);
    return it->second;
}

}  // namespace tunebench
