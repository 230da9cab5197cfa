#include "core/memory/parameter_memory.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/memory/state_bytes.h"
#include "core/methods/tensor_group.h"

namespace tunebench {
namespace {

constexpr std::uint64_t kWide = bytes_of(NumberType::Fp32);

/// Names of the model's parameters that train.
std::set<std::string_view> trained_names(const std::vector<ParameterInfo>& parameters,
                                         const MethodPlan& plan) {
    std::set<std::string_view> known, trained;
    if (std::ranges::none_of(plan.tensors, &TrainableTensor::is_base_parameter))
        return trained;
    for (const auto& parameter : parameters)
        known.insert(parameter.name);
    for (const auto& tensor : plan.tensors)
        if (tensor.is_base_parameter)
            trained.insert(own_name(tensor.name, known));
    return trained;
}

bool is_vector(const ParameterInfo& parameter) {
    return parameter.shape.size() < 2;
}

bool is_of_head(const ParameterInfo& parameter, const ModelConfig& model) {
    return parameter.role == ParameterRole::Embedding
               ? model.tie_word_embeddings
               : parameter.role == ParameterRole::ProjectionWeight && parameter.layer < 0;
}

/// Counts the model's parameters, one by one.
class Counter {
public:
    Counter(const RunConfig& config, const QuantizationSettings& quantization, ParameterMemory& memory)
        : precision_(config.precision),
          is_on_processor_(is_on_processor(config)),
          widens_products_(widens_products(config)),
          quantization_(quantization),
          memory_(memory) {}

    void add(const ParameterInfo& parameter, bool trains, bool is_head) {
        const auto count = parameter.count();
        memory_.parameters += count;
        const bool is_of_block = parameter.role == ParameterRole::ProjectionWeight && parameter.layer >= 0;
        if (is_of_block && quantization_.is_enabled() && !parameter.is_of_router)
            return add_codes(parameter);
        const auto type = is_vector(parameter) ? NumberType::Fp32
                          : trains             ? precision_.weights
                                               : precision_.frozen();
        memory_.weights.add(count, type);
        if (is_of_block)
            memory_.cast = std::max(memory_.cast, cast(count, type == precision_.compute));
        if (is_head)
            add_head(count, type == precision_.compute, trains);
    }

private:
    /// Processors multiply with a panel of it at a time.
    void add_codes(const ParameterInfo& parameter) {
        const auto count = parameter.count();
        const auto rows = parameter.shape[0], columns = count / rows;
        const auto panel = std::max({kPanelBytes / static_cast<std::int64_t>(bytes_of(precision_.compute)),
                                     kPanelColumns * rows, columns});
        memory_.codes += quantized_bytes(quantization_, count);
        memory_.cast = std::max(memory_.cast, cast(is_on_processor_ ? std::min(count, panel) : count,
                                                   /*is_as_multiplied=*/false));
        memory_.read = std::max(memory_.read, static_cast<std::uint64_t>(count) * kWide);
    }

    void add_head(std::int64_t count, bool is_as_multiplied, bool trains) {
        memory_.cast_head = cast(count, is_as_multiplied);
        if (trains && !is_as_multiplied)
            memory_.cast_head_gradient = static_cast<std::uint64_t>(count) * bytes_of(precision_.compute);
    }

    /// Copies of a weight while it is multiplied.
    std::uint64_t cast(std::int64_t count, bool is_as_multiplied) const {
        return static_cast<std::uint64_t>(count) *
               ((is_as_multiplied ? 0 : bytes_of(precision_.compute)) + (widens_products_ ? kWide : 0));
    }

    const PrecisionSection& precision_;
    const bool is_on_processor_;
    const bool widens_products_;
    const QuantizationSettings& quantization_;
    ParameterMemory& memory_;
};

/// What the optimizer makes of one tensor while it updates it. Narrow ones are updated block by block, or
/// widened whole.
std::uint64_t bytes_in_a_step(const Optimizer& optimizer, const TrainableTensor& tensor, NumberType type,
                              NumberType gradient) {
    const int widened = (type == NumberType::Fp32 ? 0 : 1) + (gradient == NumberType::Fp32 ? 0 : 1);
    const int of_block = tensor.group == TensorGroup::BlockWeight ? optimizer.copies_of_block_weight : 0;
    if (widened > 0 && !optimizer.widens_in_a_step && of_block == 0)
        return 0;
    return static_cast<std::uint64_t>(tensor.count()) * kWide *
           static_cast<std::uint64_t>(optimizer.copies_in_a_step + of_block + widened);
}

}  // namespace

void TypedCount::add(std::int64_t count, NumberType type) {
    (type == NumberType::Fp32 ? wide : narrow) += static_cast<std::uint64_t>(count);
}

std::string TypedCount::text() const {
    const auto part = [](std::uint64_t count, int bytes) {
        return fmt::format("{} × {} B", format_count(count), bytes);
    };
    if (narrow == 0)
        return part(wide, 4);
    return wide == 0 ? part(narrow, 2) : part(narrow, 2) + " + " + part(wide, 4);
}

ParameterMemory parameter_memory(const ModelConfig& model, const MethodPlan& plan, const RunConfig& config,
                                 const QuantizationSettings& quantization, const Optimizer& optimizer) {
    ParameterMemory memory;
    const auto parameters = parameters_of(model);
    const auto trained = trained_names(parameters, plan);
    Counter counter(config, quantization, memory);
    for (const auto& parameter : parameters)
        counter.add(parameter, trained.contains(parameter.name), is_of_head(parameter, model));
    StateBytes state_bytes(optimizer, config.optimizer.params);
    for (const auto& tensor : plan.tensors) {
        const auto count = tensor.count();
        const auto type = type_of(tensor, config.precision);
        if (!tensor.is_base_parameter)
            memory.weights.add(count, type);
        memory.trained.add(count, type);
        memory.states += static_cast<std::uint64_t>(state_bytes.of(tensor));
        memory.in_a_step = std::max(memory.in_a_step, bytes_in_a_step(optimizer, tensor, type,
                                                                      gradient_type(type, config.precision)));
        memory.read = std::max(memory.read, static_cast<std::uint64_t>(count) * kWide);
    }
    return memory;
}

bool is_on_processor(const RunConfig& config) {
    return config.general.device != "cuda";
}

bool keeps_states_on_host(const RunConfig& config) {
    const auto* paged = config.optimizer.params.find("paged");
    const auto* is_paged = paged ? paged->get<bool>() : nullptr;
    return is_paged && *is_paged && !is_on_processor(config);
}

bool widens_products(const RunConfig& config) {
    return config.precision.compute == NumberType::Fp16 && is_on_processor(config);
}

NumberType type_of(const TrainableTensor& tensor, const PrecisionSection& precision) {
    return tensor.is_base_parameter && tensor.shape.size() > 1 ? precision.weights : NumberType::Fp32;
}

NumberType gradient_type(NumberType of_tensor, const PrecisionSection& precision) {
    switch (precision.gradients) {
        case GradientType::Fp32:
            return NumberType::Fp32;
        case GradientType::Bf16:
            return NumberType::Bf16;
        case GradientType::Auto:
            break;
    }
    return of_tensor;
}

bool head_trains(const ModelConfig& model, const MethodPlan& plan) {
    if (plan.trains_embedding && model.tie_word_embeddings)
        return true;
    const auto& head = head_path(model);
    return std::ranges::any_of(plan.projections,
                               [&](const auto& use) { return use.path == head && use.weight_trains; });
}

}  // namespace tunebench
