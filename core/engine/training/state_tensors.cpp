#include "core/engine/training/state_tensors.h"

#include <fmt/format.h>

namespace tunebench {

NamedTensors coded_zeros(const TrainableParameter& parameter, int number) {
    const auto options = parameter.tensor.options().requires_grad(false);
    const auto blocks = (parameter.tensor.numel() + kStateBlock - 1) / kStateBlock;
    return {{fmt::format("state{}", number), at::zeros(parameter.tensor.sizes(), options.dtype(at::kByte))},
            {fmt::format("absmax{}", number), at::zeros({blocks}, options.dtype(at::kFloat))}};
}

CodedState coded_state(const NamedTensors& states, int number, const StateCode& code) {
    const auto first = static_cast<std::size_t>(2 * (number - 1));
    return {.codes = states[first].second, .absmax = states[first + 1].second, .code = code};
}

}  // namespace tunebench
