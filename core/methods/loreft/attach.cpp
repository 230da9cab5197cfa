#include <cmath>

#include <fmt/format.h>

#include "core/engine/exporting/adapter_folder.h"
#include "core/engine/tensor.h"
#include "core/engine/training/attachment.h"
#include "core/methods/loreft/layer.h"
#include "core/methods/loreft/loreft.h"
#include "core/methods/method.h"

namespace tunebench::loreft {
namespace {

constexpr std::string_view kRotation = ".rotate_layer", kAxes = ".proj_layer.weight";
// What the plain state of pyreft's modules holds beside their weights: the hidden size, twice.
constexpr std::string_view kSizes[] = {".embed_dim", ".interchange_dim"};

/// As PyTorch starts a linear map (d → r).
at::Tensor uniform(at::IntArrayRef shape, std::int64_t hidden, at::Generator& generator) {
    const double bound = 1.0 / std::sqrt(static_cast<double>(hidden));
    return at::empty(shape).uniform_(-bound, bound, generator);
}

Weights initial_weights(const Config& config, std::int64_t hidden, at::Generator& generator) {
    Weights weights;
    if (config.variant == Variant::Loreft)
        weights.axes = rotation_parameters(at::empty({hidden, config.rank}).normal_(0.0, 1.0, generator));
    else
        weights.axes = uniform({config.rank, hidden}, hidden, generator);
    weights.source = uniform({config.rank, hidden}, hidden, generator);
    weights.source_bias = uniform({config.rank}, hidden, generator);
    return weights;
}

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const ParamMap& params,
                                               std::uint64_t seed) {
    TRY(const auto config, config_from(fields(), params));
    TRY(const auto interventions, interventions_of(config, model.config()));
    TRY(const auto plan, find_method("loreft")->plan(model.config(), params));
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    std::vector<TrainableParameter> out;
    std::map<std::int64_t, std::unique_ptr<Interventions>> by_layer;
    for (std::size_t i = 0; i < interventions.size(); ++i) {
        auto weights = initial_weights(config, model.config().hidden_size, generator);
        for (auto* tensor : {&weights.axes, &weights.source, &weights.source_bias}) {
            const auto& planned = plan.tensors[out.size()];
            *tensor = tensor->to(model.device());
            out.push_back({.name = planned.name,
                           .tensor = tensor->set_requires_grad(true),
                           .is_matrix = planned.is_matrix});
        }
        auto& on_layer = by_layer[interventions[i].layer];
        if (!on_layer)
            on_layer = std::make_unique<Interventions>(config.variant, config.dropout);
        on_layer->add({.positions = interventions[i].positions, .weights = weights, .site = i});
    }
    for (auto& [layer, on_layer] : by_layer)
        model.block(layer).output = std::move(on_layer);
    return out;
}

/// The key of an intervention with an end that one of its tensors has.
std::string beside(const std::string& axes, std::string_view end) {
    return axes.substr(0, axes.size() - kAxes.size()).append(end);
}

/// The rotations as the columns they stand for.
Result<NamedTensors> to_file(std::string_view /*format*/, const CausalModel& model,
                             const ParamMap& /*params*/, const std::vector<TrainableParameter>& parameters) {
    const at::NoGradGuard no_gradients;
    NamedTensors tensors;
    for (const auto& parameter : parameters) {
        const auto& name = parameter.name;
        const auto& tensor = parameter.tensor;
        tensors.emplace_back(name, name.ends_with(kRotation) ? rotation(tensor) : tensor);
        if (name.ends_with(kAxes))
            for (const auto size : kSizes)
                tensors.emplace_back(beside(name, size),
                                     at::scalar_tensor(model.config().hidden_size, at::kLong));
    }
    return tensors;
}

/// The parameters of a stored rotation. Rounded ones (bf16) are taken as the nearest that they can mean.
Result<at::Tensor> read_rotation(const at::Tensor& stored, const std::string& what) {
    constexpr double kRounded = 0.05;
    const auto matrix = stored.dim() == 2 && stored.size(0) >= stored.size(1) && stored.is_floating_point()
                            ? stored.to(at::kDouble)
                            : at::Tensor();
    if (matrix.defined()) {
        const auto products = at::mm(matrix.t(), matrix);
        const auto wrong = (products - at::eye(products.size(0), products.options())).abs();
        if (products.numel() > 0 && wrong.max().item<double>() < kRounded)
            return rotation_parameters(matrix);
    }
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("{} has no orthonormal columns", what),
                 .hint = "Get the file again, or train it again without weight decay in pyreft."};
}

Result<void> from_file(std::string_view /*format*/, const std::vector<TrainableParameter>& parameters,
                       std::map<std::string, at::Tensor> tensors, const std::string& source) {
    for (const auto& parameter : parameters) {
        const auto& name = parameter.name;
        if (name.ends_with(kAxes))
            for (const auto size : kSizes)
                tensors.erase(beside(name, size));
        if (const auto it = tensors.find(name); name.ends_with(kRotation) && it != tensors.end()) {
            TRY(it->second, read_rotation(it->second, fmt::format("{}: tensor {}", source, name)));
        }
    }
    return load_parameters(parameters, std::move(tensors), source);
}

}  // namespace

const Attachment& attachment() {
    static const Attachment described{
        .id = "loreft", .attach = attach, .to_file = to_file, .from_file = from_file};
    return described;
}

}  // namespace tunebench::loreft
