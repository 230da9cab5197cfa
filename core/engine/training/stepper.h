// Stepper: an optimizer's half with tensors. Its states are fp32 tensors, created at the first step.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <ATen/ATen.h>

#include "core/base/result.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/engine/training/attachment.h"
#include "core/params/param_value.h"

namespace tunebench {

/// What changes from step to step.
struct StepInput {
    std::int64_t step = 1;  // 1 for the first
    double learning_rate = 0.0;
    double gradient_scale = 1.0;  // from clipping
};

class Stepper {
public:
    /// `state_names`: the state tensors of each parameter ("exp_avg"), the names of PyTorch's optimizers.
    Stepper(std::vector<TrainableParameter> parameters, std::vector<std::string> state_names)
        : parameters_(std::move(parameters)),
          state_names_(std::move(state_names)),
          states_(parameters_.size()) {}
    virtual ~Stepper() = default;

    /// Updates every parameter that has a gradient.
    void step(const StepInput& input);

    /// "<parameter>.<state>" → tensor; empty before the first step.
    NamedTensors states() const;
    Result<void> load_states(const std::map<std::string, at::Tensor>& tensors);

protected:
    virtual void update(const TrainableParameter& parameter, const at::Tensor& gradient,
                        std::vector<at::Tensor>& states, const StepInput& input) = 0;

private:
    std::vector<TrainableParameter> parameters_;
    std::vector<std::string> state_names_;
    std::vector<std::vector<at::Tensor>> states_;
};

struct StepperKind {
    std::string_view id;
    std::unique_ptr<Stepper> (*make)(std::vector<TrainableParameter> parameters,
                                     const ParamMap& params) = nullptr;
};

const StepperKind* find_stepper(std::string_view optimizer_id);  // nullptr when unknown

}  // namespace tunebench
