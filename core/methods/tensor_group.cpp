#include "core/methods/tensor_group.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/methods/method.h"
#include "core/models/parameters.h"

namespace tunebench {
namespace {

struct ModelNames {
    std::set<std::string_view> all = {};
    std::set<std::string_view> block_weights = {};
};

ModelNames names_of(const std::vector<ParameterInfo>& parameters) {
    ModelNames names;
    for (const auto& parameter : parameters) {
        names.all.insert(parameter.name);
        const bool is_of_block = parameter.role == ParameterRole::ProjectionWeight && parameter.layer >= 0;
        if (is_of_block && parameter.shape.size() == 2)
            names.block_weights.insert(parameter.name);
    }
    return names;
}

TensorGroup group_of(const TrainableTensor& tensor, const ModelNames& names) {
    if (!tensor.is_matrix)
        return TensorGroup::Vector;
    if (!tensor.is_base_parameter)
        return TensorGroup::Added;
    return names.block_weights.contains(own_name(tensor.name, names.all)) ? TensorGroup::BlockWeight
                                                                          : TensorGroup::Embedding;
}

}  // namespace

std::string_view own_name(std::string_view name, const std::set<std::string_view>& known) {
    // So PEFT writes what is the model's own of a module that it has wrapped.
    constexpr std::string_view kWrapped = ".base_layer.";
    if (const auto at = name.find(kWrapped); at != std::string_view::npos) {
        const auto plain =
            std::string(name.substr(0, at)) + "." + std::string(name.substr(at + kWrapped.size()));
        const auto found = known.find(own_name(plain, known));
        return found == known.end() ? name : *found;
    }
    auto rest = name;
    while (!known.contains(rest)) {
        const auto dot = rest.find('.');
        if (dot == std::string_view::npos)
            return name;
        rest.remove_prefix(dot + 1);
    }
    return rest;
}

void set_groups(MethodPlan& plan, const ModelConfig& model) {
    const bool has_own_matrices = std::ranges::any_of(
        plan.tensors, [](const auto& tensor) { return tensor.is_base_parameter && tensor.is_matrix; });
    const auto parameters = has_own_matrices ? parameters_of(model) : std::vector<ParameterInfo>();
    const auto names = names_of(parameters);
    for (auto& tensor : plan.tensors)
        tensor.group = group_of(tensor, names);
}

}  // namespace tunebench
