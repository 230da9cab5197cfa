#include "tests/conformance/expert_cases.h"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/models/parameters.h"

namespace tunebench::conformance {
namespace {

using Tensors = std::map<std::string, at::Tensor>;

/// Replaces what the reference stacks, `modules` of an expert one below the other, by the matrices of
/// `experts`.
void unstack(Tensors& tensors, const std::string& stacked, const std::string& experts,
             const std::vector<std::string>& modules) {
    const auto stack = tensors.extract(stacked);
    if (!stack)
        return;
    const auto parts = stack.mapped().chunk(static_cast<std::int64_t>(modules.size()), 1);
    for (std::size_t part = 0; part < modules.size(); ++part)
        for (std::int64_t expert = 0; expert < parts[part].size(0); ++expert)
            tensors.emplace(fmt::format("{}.{}.{}.weight", experts, expert, modules[part]),
                            parts[part][expert]);
}

void rename(Tensors& tensors, const std::string& from, const std::string& to) {
    if (auto tensor = tensors.extract(from)) {
        tensor.key() = to;
        tensors.insert(std::move(tensor));
    }
}

}  // namespace

Tensors with_single_experts(Tensors expected, const ModelConfig& config) {
    const auto& names = module_names(config);
    for (std::int64_t layer = 0; layer < config.num_hidden_layers; ++layer) {
        if (!config.experts_of(layer))
            continue;
        const auto inside = fmt::format("grad.{}.{}.", names.layers, layer);
        const auto experts = inside + names.experts;
        unstack(expected, inside + "mlp.experts.gate_up_proj", experts, {names.expert_gate, names.expert_up});
        unstack(expected, inside + "mlp.experts.down_proj", experts, {names.expert_down});
        rename(expected, inside + "mlp.gate.weight", inside + names.router + ".weight");
    }
    return expected;
}

}  // namespace tunebench::conformance
