// StateBytes: what an optimizer keeps of a tensor, worked out once for each shape, for layers repeat.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "core/methods/method.h"
#include "core/optimizers/optimizer.h"
#include "core/params/param_value.h"

namespace tunebench {

class StateBytes {
public:
    /// Both must outlive it.
    StateBytes(const Optimizer& optimizer, const ParamMap& params) : optimizer_(optimizer), params_(params) {}

    std::int64_t of(const TrainableTensor& tensor);

private:
    const Optimizer& optimizer_;
    const ParamMap& params_;
    std::map<std::pair<std::vector<std::int64_t>, bool>, std::int64_t> known_ = {};
};

}  // namespace tunebench
