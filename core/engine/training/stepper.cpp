#include "core/engine/training/stepper.h"

#include <array>

#include <fmt/format.h>

#include "core/engine/memory/device.h"
#include "core/engine/memory/memory_use.h"
#include "core/engine/precision/types.h"
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
    for (std::size_t i = 0; i < parameters_.size(); ++i)
        step_one(i, parameters_[i].tensor.grad(), input);
}

void Stepper::prepare(std::size_t i) {
    const at::NoGradGuard no_gradients;
    const MeteredAs states(MemoryUse::States);
    if (states_[i].empty())
        states_[i] = new_states(parameters_[i]);
}

void Stepper::step_one(std::size_t i, const at::Tensor& gradient, const StepInput& input) {
    if (!gradient.defined())
        return;
    const at::NoGradGuard no_gradients;
    const auto& parameter = parameters_[i];
    prepare(i);
    ++updates_;
    auto own = input;
    own.learning_rate *= parameter.rate_factor;
    if (rounding_seed_)
        own.rounding = Rounding::by_chance(*rounding_seed_, static_cast<std::uint64_t>(input.step), i);
    const bool is_wide = !is_narrow(parameter.tensor.scalar_type()) && !is_narrow(gradient.scalar_type());
    if (is_wide || takes_narrow())
        return update(parameter, gradient.contiguous(), states_[i], own);
    auto wide = parameter;
    wide.tensor = parameter.tensor.detach().to(at::kFloat);
    update(wide, gradient.to(at::kFloat).contiguous(), states_[i], own);
    round_into(parameter.tensor, wide.tensor, own.rounding);
}

NamedTensors Stepper::states() const {
    NamedTensors tensors;
    finish_accelerator();  // which may still write to states in the host's memory
    for (std::size_t i = 0; i < parameters_.size(); ++i)
        for (const auto& [state, tensor] : states_[i])
            tensors.emplace_back(full_name(parameters_[i], state), tensor);
    return tensors;
}

Result<void> Stepper::load_states(const std::map<std::string, at::Tensor>& tensors) {
    return load_states([&](const std::string& name, at::Tensor& state) -> Result<bool> {
        const auto it = tensors.find(name);
        if (it == tensors.end())
            return false;
        TRY_VOID(copy_into(state, it->second, "optimizer state " + name));
        return true;
    });
}

Result<void> Stepper::load_states(const FillState& fill) {
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        const auto& parameter = parameters_[i];
        states_[i].clear();
        auto fresh = [&] {
            const MeteredAs states(MemoryUse::States);
            return new_states(parameter);
        }();
        std::size_t found = 0;
        for (auto& [state, tensor] : fresh) {
            TRY(const bool is_stored, fill(full_name(parameter, state), tensor));
            found += is_stored ? 1 : 0;
        }
        if (found == 0)
            continue;  // this parameter had no gradient yet
        if (found < fresh.size())
            return Error{.code = ErrorCode::Corrupt,
                         .message = fmt::format("the optimizer state of {} is incomplete", parameter.name),
                         .hint = "Resume from an older checkpoint."};
        states_[i] = std::move(fresh);
    }
    return {};
}

at::TensorOptions state_options(const TrainableParameter& parameter, StatePlace place) {
    const auto options = parameter.tensor.options().requires_grad(false);
    return place == StatePlace::Host && !parameter.tensor.is_cpu()
               ? options.device(at::kCPU).pinned_memory(true)
               : options;
}

at::Tensor zero_state(const TrainableParameter& parameter, StatePlace place) {
    const auto type = is_narrow(parameter.tensor.scalar_type()) ? at::kFloat : parameter.tensor.scalar_type();
    return at::zeros(parameter.tensor.sizes(), state_options(parameter, place).dtype(type));
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
