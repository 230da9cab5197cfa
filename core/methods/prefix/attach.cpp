#include <cmath>

#include "core/engine/exporting/adapter_folder.h"
#include "core/engine/exporting/adapterhub_names.h"
#include "core/engine/tensor.h"
#include "core/engine/training/attachment.h"
#include "core/methods/method.h"
#include "core/methods/prefix/layer.h"
#include "core/methods/prefix/prefix.h"
#include "core/methods/prompt_learning.h"

namespace tunebench::prefix {
namespace {

constexpr std::string_view kPeft = "peft";

/// PyTorch's start of a linear map: weight and bias uniform within ±1/√in.
void fill_linear(at::Tensor& tensor, std::int64_t in_features, at::Generator& generator) {
    const double bound = 1.0 / std::sqrt(static_cast<double>(in_features));
    tensor.uniform_(-bound, bound, generator);
}

/// The tensors of the plan with their start values, in its order: an embedding, then the projection's maps.
std::vector<TrainableParameter> start(const MethodPlan& plan, const Config& config, const at::Device& device,
                                      std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    std::vector<TrainableParameter> out;
    for (const auto& planned : plan.tensors) {
        auto tensor = at::zeros(planned.shape);
        if (!out.empty()) {
            // A bias starts like the weight before it.
            const auto& weight = planned.is_matrix ? tensor : out.back().tensor;
            fill_linear(tensor, weight.size(1), generator);
        } else if (config.prefix_projection || config.initialization == Initialization::Random) {
            tensor.normal_(0.0, 1.0, generator);
        }
        out.push_back({.name = planned.name,
                       .tensor = tensor.to(device).set_requires_grad(true),
                       .is_matrix = planned.is_matrix});
    }
    return out;
}

Encoder encoder_of(const std::vector<TrainableParameter>& parameters) {
    Encoder encoder{.embedding = parameters[0].tensor};
    if (parameters.size() == 1)
        return encoder;
    encoder.inner_weight = parameters[1].tensor;
    encoder.inner_bias = parameters[2].tensor;
    encoder.outer_weight = parameters[3].tensor;
    encoder.outer_bias = parameters[4].tensor;
    return encoder;
}

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const ParamMap& params,
                                               std::uint64_t seed) {
    TRY(const auto config, config_from(fields(), params));
    TRY(const auto plan, find_method("prefix")->plan(model.config(), params));
    auto parameters = start(plan, config, model.device(), seed);
    const auto encoder = encoder_of(parameters);
    const auto& shape = model.config();
    for (std::int64_t layer = 0; layer < shape.num_hidden_layers; ++layer)
        model.block(layer).prefix =
            std::make_unique<LayerPrefix>(encoder, layer, prefix_heads(shape, config), shape.head_dim,
                                          config.convention == Convention::Peft);
    return parameters;
}

/// PEFT's file holds the finished prefix: a projection stays behind. AdapterHub's holds what trained, without
/// a projection as a row of numbers.
Result<NamedTensors> to_file(std::string_view format, const CausalModel& model, const ParamMap& params,
                             const std::vector<TrainableParameter>& parameters) {
    TRY(const auto config, config_from(fields(), params));
    const at::NoGradGuard no_gradients;
    if (format == kPeft)
        return NamedTensors{
            {kPromptEmbeddings, encoder_of(parameters).columns(0, row_width(model.config(), config))}};
    if (config.prefix_projection)
        return parameters_to_file(format, model, params, parameters);
    return NamedTensors{{parameters.front().name, parameters.front().tensor.detach().reshape({-1})}};
}

Result<void> from_file(std::string_view format, const std::vector<TrainableParameter>& parameters,
                       std::map<std::string, at::Tensor> tensors, const std::string& source) {
    if (format == kPeft)
        return parameters_from_file(format, parameters, std::move(tensors), source);
    TRY(auto ours,
        adapterhub::under_our_name(std::move(tensors), ".prefix_tunings.", ".self_prefix.", source));
    const auto& rows = parameters.front();
    if (const auto flat = ours.find(rows.name);
        flat != ours.end() && flat->second.dim() == 1 && flat->second.numel() == rows.tensor.numel())
        flat->second = flat->second.view_as(rows.tensor);
    return load_parameters(parameters, std::move(ours), source);
}

}  // namespace

const Attachment& attachment() {
    static const Attachment described{
        .id = "prefix", .attach = attach, .to_file = to_file, .from_file = from_file};
    return described;
}

}  // namespace tunebench::prefix
