#include "core/engine/training/state_tensors.h"

#include <fmt/format.h>

namespace tunebench {

NamedTensors coded_zeros(const TrainableParameter& parameter, int number, StateType type, StatePlace place) {
    const auto options = state_options(parameter, place);
    const auto count = parameter.tensor.numel();
    const auto blocks = (count + state_block(type) - 1) / state_block(type);
    auto codes = at::zeros({coded_bytes(type, count)}, options.dtype(at::kByte));
    if (type == StateType::EightBit)
        codes = codes.view(parameter.tensor.sizes());
    return {{fmt::format("state{}", number), codes},
            {fmt::format("absmax{}", number), at::zeros({blocks}, options.dtype(at::kFloat))}};
}

CodedState coded_state(const TrainableParameter& parameter, const NamedTensors& states, int number,
                       const StateCode& code) {
    const auto first = static_cast<std::size_t>(2 * (number - 1));
    return {.codes = states[first].second,
            .absmax = states[first + 1].second,
            .code = code,
            .count = parameter.tensor.numel()};
}

}  // namespace tunebench
