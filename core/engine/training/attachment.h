// Attachment: a method's half with tensors. It hangs itself on a model and says what trains.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <ATen/ATen.h>

#include "core/base/result.h"
#include "core/engine/models/causal_model.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/methods/tensor_group.h"
#include "core/params/param_value.h"

namespace tunebench {

/// A tensor that trains. `name` is that of the method's exported file, as in MethodPlan.
struct TrainableParameter {
    std::string name = {};
    at::Tensor tensor = {};  // a leaf that requires a gradient
    bool is_matrix = true;
    TensorGroup group = TensorGroup::Added;  // set by make_trainee
    double rate_factor = 1.0;                // of the learning rate
    at::Tensor start = {};                   // what the base weight gave away to start it; undefined: nothing
    bool is_base = false;                    // a parameter of the model itself, used in one place
    bool in_task_head = false;               // added by attach_method; its name is the model's own
};

/// The trainable parameters under their own names: how most methods are stored.
Result<NamedTensors> parameters_to_file(std::string_view format, const CausalModel& model,
                                        const ParamMap& params,
                                        const std::vector<TrainableParameter>& parameters);
Result<void> parameters_from_file(std::string_view format, const std::vector<TrainableParameter>& parameters,
                                  std::map<std::string, at::Tensor> tensors, const std::string& source);

struct Attachment {
    std::string_view id;
    /// Installs the method on a frozen model; new tensors are drawn from the seed. The list equals the
    /// plan's, in order. Called through attach_method (task_head.h), which adds the head of the task.
    Result<std::vector<TrainableParameter>> (*attach)(CausalModel& model, const ParamMap& params,
                                                      std::uint64_t seed) = nullptr;
    /// What the adapter's file in a format of `Method::adapter_formats` holds, and taking it over into
    /// attached parameters; `source` names the file in errors.
    Result<NamedTensors> (*to_file)(std::string_view format, const CausalModel& model, const ParamMap& params,
                                    const std::vector<TrainableParameter>& parameters) = parameters_to_file;
    Result<void> (*from_file)(std::string_view format, const std::vector<TrainableParameter>& parameters,
                              std::map<std::string, at::Tensor> tensors,
                              const std::string& source) = parameters_from_file;
};

const Attachment* find_attachment(std::string_view method_id);  // nullptr when unknown

}  // namespace tunebench
