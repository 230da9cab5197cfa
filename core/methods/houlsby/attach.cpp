#include "core/engine/exporting/adapter_folder.h"
#include "core/engine/exporting/adapterhub_names.h"
#include "core/engine/tensor.h"
#include "core/engine/training/attachment.h"
#include "core/methods/houlsby/houlsby.h"
#include "core/methods/houlsby/layer.h"

namespace tunebench::houlsby {
namespace {

void install(CausalModel& model, const Site& site, const Settings& settings, std::uint64_t number,
             at::Generator& generator, std::vector<TrainableParameter>& out) {
    auto weights =
        initial_weights(settings.initialization, settings.bottleneck, model.config().hidden_size, generator);
    for (auto* tensor : {&weights.down, &weights.down_bias, &weights.up, &weights.up_bias})
        *tensor = tensor->to(model.device());
    const auto train = [&](const char* name, const at::Tensor& tensor, bool is_matrix) {
        out.push_back(
            {.name = site.path + name, .tensor = tensor.set_requires_grad(true), .is_matrix = is_matrix});
    };
    train(".adapter_down.0.weight", weights.down, true);
    train(".adapter_down.0.bias", weights.down_bias, false);
    train(".adapter_up.weight", weights.up, true);
    train(".adapter_up.bias", weights.up_bias, false);
    auto& block = model.block(site.layer);
    (site.after_attention ? block.after_attention : block.after_mlp) =
        std::make_unique<Adapter>(weights, settings, number);
}

void train_norms(CausalModel& model, std::vector<TrainableParameter>& out) {
    for (auto& parameter : model.parameters()) {
        const auto role = parameter.info.role;
        if (role != ParameterRole::NormWeight && role != ParameterRole::NormBias)
            continue;
        parameter.tensor->set_requires_grad(true);
        out.push_back({.name = parameter.info.name, .tensor = *parameter.tensor, .is_matrix = false});
    }
}

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const ParamMap& params,
                                               std::uint64_t seed) {
    TRY(const auto config, config_from(fields(), params));
    const auto settings = settings_of(config, model.config());
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    std::vector<TrainableParameter> out;
    std::uint64_t number = 0;
    for (const auto& site : sites_of(settings.variant, model.config()))
        install(model, site, settings, number++, generator, out);
    if (settings.train_layer_norms)
        train_norms(model, out);
    return out;
}

Result<void> from_file(std::string_view /*format*/, const std::vector<TrainableParameter>& parameters,
                       std::map<std::string, at::Tensor> tensors, const std::string& source) {
    TRY(auto ours, adapterhub::under_our_name(std::move(tensors), ".adapters.", ".adapter_", source));
    return load_parameters(parameters, std::move(ours), source);
}

}  // namespace

const Attachment& attachment() {
    static const Attachment described{.id = "houlsby", .attach = attach, .from_file = from_file};
    return described;
}

}  // namespace tunebench::houlsby
