// Stepper: an optimizer's half with tensors. Its states are created at the first step.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ATen/ATen.h>

#include "core/base/result.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/engine/precision/rounding.h"
#include "core/engine/training/attachment.h"
#include "core/params/param_value.h"

namespace tunebench {

/// What changes from step to step.
struct StepInput {
    std::int64_t step = 1;  // 1 for the first
    double learning_rate = 0.0;
    double gradient_scale = 1.0;  // from clipping and the loss scale
    Rounding rounding = {};
};

class Stepper {
public:
    explicit Stepper(std::vector<TrainableParameter> parameters)
        : parameters_(std::move(parameters)), states_(parameters_.size()) {}
    virtual ~Stepper() = default;

    /// Updates every parameter from the gradient that it holds itself.
    void step(const StepInput& input);

    /// Makes the state of that parameter, where it has none yet: what is likely to run out of memory is done
    /// before anything is updated.
    void prepare(std::size_t i);

    /// Updates that parameter; nothing without a gradient.
    void step_one(std::size_t i, const at::Tensor& gradient, const StepInput& input);

    /// Updates so far that began.
    std::int64_t updates() const { return updates_; }

    /// 16-bit parameters are rounded up or down by chance, so that small updates are not lost in the mean: a
    /// function of the seed, the step and the parameter.
    void round_stochastically(std::uint64_t seed) { rounding_seed_ = seed; }

    /// "<parameter>.<state>" → tensor; empty before the first step.
    NamedTensors states() const;
    Result<void> load_states(const std::map<std::string, at::Tensor>& tensors);

    /// Fills a tensor with what is stored under such a name. False where nothing is.
    using FillState = std::function<Result<bool>(const std::string& name, at::Tensor& state)>;
    /// The same one by one: beside a large model's states there is no room for all of them once more.
    Result<void> load_states(const FillState& fill);

protected:
    /// The state tensors of a parameter before its first step, by the names of PyTorch's optimizers
    /// ("exp_avg") or, for codes, of bitsandbytes'.
    virtual NamedTensors new_states(const TrainableParameter& parameter) const = 0;

    /// `gradient` is contiguous; `states` are those of new_states. Parameter and gradient are fp32, or any
    /// floating type where the stepper takes_narrow().
    virtual void update(const TrainableParameter& parameter, const at::Tensor& gradient,
                        const NamedTensors& states, const StepInput& input) = 0;

    /// Whether update rounds narrow parameters itself. Otherwise it gets fp32 copies.
    virtual bool takes_narrow() const { return false; }

private:
    std::vector<TrainableParameter> parameters_;
    std::vector<NamedTensors> states_;  // of each parameter, once it had a gradient
    std::optional<std::uint64_t> rounding_seed_ = {};
    std::int64_t updates_ = 0;
};

/// Where a state lies: where its parameter does, or in page-locked memory of the host, which an accelerator
/// reads and writes through the bus.
enum class StatePlace { Device, Host };
at::TensorOptions state_options(const TrainableParameter& parameter, StatePlace place);

/// A state of the parameter's shape, zeros in fp32.
at::Tensor zero_state(const TrainableParameter& parameter, StatePlace place = StatePlace::Device);

struct StepperKind {
    std::string_view id;
    std::unique_ptr<Stepper> (*make)(std::vector<TrainableParameter> parameters,
                                     const ParamMap& params) = nullptr;
};

const StepperKind* find_stepper(std::string_view optimizer_id);  // nullptr when unknown

}  // namespace tunebench
