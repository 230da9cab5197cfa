#include "core/engine/training/gradients.h"

#include <torch/csrc/autograd/function_hook.h>
#include <torch/csrc/autograd/variable.h>

#include "core/engine/memory/memory_use.h"
#include "core/engine/tensor.h"

namespace tunebench {

using torch::autograd::variable_list;

/// Runs when autograd has put a parameter's gradient where it belongs.
struct Gradients::Hook : torch::autograd::FunctionPostHook {
    Hook(Gradients* owner, std::size_t number) : gradients(owner), i(number) {}
    variable_list operator()(const variable_list& outputs, const variable_list& /*inputs*/) override {
        gradients->finished(i);
        return outputs;
    }
    Gradients* gradients;
    std::size_t i;
};

Gradients::Gradients(std::vector<TrainableParameter> parameters, std::optional<at::ScalarType> type)
    : parameters_(std::move(parameters)),
      type_(type),
      kept_(parameters_.size()),
      watched_(parameters_.size()) {}

Gradients::~Gradients() {
    for (const auto& [accumulator, hook] : watched_)
        if (accumulator)
            accumulator->del_post_hook(hook);
}

void Gradients::begin(Use use) {
    use_ = std::move(use);
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        // Dropped, not zeroed: their memory is free until backward needs it.
        parameters_[i].tensor.mutable_grad().reset();
        kept_[i].reset();
        arm(i);
    }
}

const at::Tensor& Gradients::of(std::size_t i) const {
    return kept_[i].defined() ? kept_[i] : parameters_[i].tensor.grad();
}

bool Gradients::is_watched(std::size_t i) const {
    return (type_ && *type_ != parameters_[i].tensor.scalar_type()) || (use_ && parameters_[i].is_base);
}

void Gradients::arm(std::size_t i) {
    // A parameter whose data was exchanged has another accumulator.
    const auto accumulator = torch::autograd::impl::grad_accumulator(parameters_[i].tensor);
    if (watched_[i].accumulator != accumulator)
        watched_[i] = {accumulator, accumulator->add_post_hook(std::make_unique<Hook>(this, i))};
}

void Gradients::finished(std::size_t i) {
    auto& gradient = parameters_[i].tensor.mutable_grad();
    if (!gradient.defined())
        return;
    meter_as(gradient, MemoryUse::Gradients);
    if (!is_watched(i))
        return;
    const at::NoGradGuard no_gradients;
    const MeteredAs gradients(MemoryUse::Gradients);
    if (type_ && *type_ != gradient.scalar_type()) {
        if (kept_[i].defined())
            kept_[i].add_(gradient);
        else
            kept_[i] = gradient.to(*type_);
        gradient.reset();
    }
    if (use_ && parameters_[i].is_base) {
        use_(i);
        parameters_[i].tensor.mutable_grad().reset();
        kept_[i].reset();
    }
}

}  // namespace tunebench
