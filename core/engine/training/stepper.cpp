#include "core/engine/training/stepper.h"

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

void Stepper::step(const StepInput& input) {
    const at::NoGradGuard no_gradients;
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        const auto& gradient = parameters_[i].tensor.grad();
        if (!gradient.defined())
            continue;
        if (states_[i].empty())
            for (std::size_t k = 0; k < state_names_.size(); ++k)
                states_[i].push_back(at::zeros_like(parameters_[i].tensor, at::MemoryFormat::Contiguous));
        auto own = input;
        own.learning_rate *= parameters_[i].rate_factor;
        update(parameters_[i], gradient.contiguous(), states_[i], own);
    }
}

NamedTensors Stepper::states() const {
    NamedTensors tensors;
    for (std::size_t i = 0; i < parameters_.size(); ++i)
        for (std::size_t k = 0; k < states_[i].size(); ++k)
            tensors.emplace_back(fmt::format("{}.{}", parameters_[i].name, state_names_[k]), states_[i][k]);
    return tensors;
}

Result<void> Stepper::load_states(const std::map<std::string, at::Tensor>& tensors) {
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        std::vector<at::Tensor> loaded;
        for (const auto& state : state_names_) {
            const auto name = fmt::format("{}.{}", parameters_[i].name, state);
            const auto it = tensors.find(name);
            if (it == tensors.end())
                break;  // this parameter had no gradient yet
            auto target = at::empty_like(parameters_[i].tensor.detach(), at::MemoryFormat::Contiguous);
            TRY_VOID(copy_into(target, it->second, "optimizer state " + name));
            loaded.push_back(std::move(target));
        }
        if (!loaded.empty() && loaded.size() != state_names_.size())
            return Error{
                .code = ErrorCode::Corrupt,
                .message = fmt::format("the optimizer state of {} is incomplete", parameters_[i].name),
                .hint = "Resume from an older checkpoint."};
        states_[i] = std::move(loaded);
    }
    return {};
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
