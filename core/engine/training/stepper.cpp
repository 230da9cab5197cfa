#include "core/engine/training/stepper.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/engine/tensor.h"

#define add(name) \
    namespace tunebench::name { \
    const StepperKind& stepper(); \
    }
#include "core/optimizers/optimizers.def"
#undef add

namespace tunebench {
namespace {

std::string full_name(const TrainableParameter& parameter, const std::string& state) {
    return fmt::format("{}.{}", parameter.name, state);
}

}  // namespace

void Stepper::step(const StepInput& input) {
    const at::NoGradGuard no_gradients;
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        const auto& parameter = parameters_[i];
        const auto& gradient = parameter.tensor.grad();
        if (!gradient.defined())
            continue;
        if (states_[i].empty())
            states_[i] = new_states(parameter);
        auto own = input;
        own.learning_rate *= parameter.rate_factor;
        update(parameter, gradient.contiguous(), states_[i], own);
    }
}

NamedTensors Stepper::states() const {
    NamedTensors tensors;
    for (std::size_t i = 0; i < parameters_.size(); ++i)
        for (const auto& [state, tensor] : states_[i])
            tensors.emplace_back(full_name(parameters_[i], state), tensor);
    return tensors;
}

Result<void> Stepper::load_states(const std::map<std::string, at::Tensor>& tensors) {
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        const auto& parameter = parameters_[i];
        auto fresh = new_states(parameter);
        const auto is_stored = [&](const auto& state) {
            return tensors.contains(full_name(parameter, state.first));
        };
        states_[i].clear();
        if (std::ranges::none_of(fresh, is_stored))
            continue;  // this parameter had no gradient yet
        if (!std::ranges::all_of(fresh, is_stored))
            return Error{.code = ErrorCode::Corrupt,
                         .message = fmt::format("the optimizer state of {} is incomplete", parameter.name),
                         .hint = "Resume from an older checkpoint."};
        for (auto& [state, tensor] : fresh) {
            const auto name = full_name(parameter, state);
            TRY_VOID(copy_into(tensor, tensors.at(name), "optimizer state " + name));
        }
        states_[i] = std::move(fresh);
    }
    return {};
}

at::Tensor zero_state(const TrainableParameter& parameter) {
    return at::zeros_like(parameter.tensor.detach(), at::MemoryFormat::Contiguous);
}

const StepperKind* find_stepper(std::string_view optimizer_id) {
    static const std::array kinds = {
#define add(name) &name::stepper(),
#include "core/optimizers/optimizers.def"
#undef add
    };
    for (const auto* kind : kinds)
        if (kind->id == optimizer_id)
            return kind;
    return nullptr;
}

}  // namespace tunebench
