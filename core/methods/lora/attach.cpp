#include <algorithm>
#include <cmath>

#include "core/engine/tensor.h"
#include "core/engine/training/attachment.h"
#include "core/methods/lora/layer.h"
#include "core/methods/lora/lora.h"
#include "core/methods/method.h"

namespace tunebench::lora {
namespace {

at::Tensor trainable(at::Tensor tensor) {
    return tensor.set_requires_grad(true);
}

/// A as PEFT starts it: kaiming-uniform with a = √5, which is uniform within ±1/√in. B starts at zero.
void install(CausalModel& model, const Adapted& site, double dropout, std::uint64_t site_number,
             at::Generator& generator, std::vector<TrainableParameter>& out) {
    const auto& info = site.projection;
    const double bound = 1.0 / std::sqrt(static_cast<double>(info.in_features));
    const auto a = trainable(at::empty({site.rank, info.in_features}).uniform_(-bound, bound, generator));
    const auto b = trainable(at::zeros({info.out_features, site.rank}));
    model.projection(info.path)->set_delta(
        std::make_unique<LowRankDelta>(a, b, site.scale, dropout, site_number));
    out.push_back({.name = "base_model.model." + info.path + ".lora_A.weight", .tensor = a});
    out.push_back({.name = "base_model.model." + info.path + ".lora_B.weight", .tensor = b});
}

/// The model's own tensor behind an exported name ("base_model.model.<module>[.base_layer].<suffix>").
at::Tensor* base_tensor(CausalModel& model, const std::string& exported) {
    auto name = exported.substr(std::string_view("base_model.model.").size());
    if (const auto at = name.find(".base_layer."); at != std::string::npos)
        name.erase(at, std::string_view(".base_layer").size());
    for (auto& parameter : model.parameters())
        if (parameter.info.name == name)
            return parameter.tensor;
    const auto& head = model.projections().back();
    return name == head->info().path + ".weight" ? &head->weight : nullptr;
}

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const ParamMap& params,
                                               std::uint64_t seed) {
    TRY(const auto config, config_from(fields(), params));
    TRY(const auto sites, adapted_projections(model.config(), config));
    TRY(const auto plan, find_method("lora")->plan(model.config(), params));
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    std::vector<TrainableParameter> out;
    for (std::size_t i = 0; i < sites.size(); ++i)
        install(model, sites[i], config.dropout, i, generator, out);
    for (const auto& tensor : plan.tensors) {
        if (!tensor.is_base_parameter)
            continue;
        auto* slot = base_tensor(model, tensor.name);
        // A copy: what the base shares (a tied head, say) keeps the original, as in PEFT.
        *slot = trainable(slot->detach().clone());
        out.push_back({.name = tensor.name, .tensor = *slot, .is_matrix = tensor.is_matrix});
    }
    return out;
}

}  // namespace

const Attachment& attachment() {
    static const Attachment described{.id = "lora", .attach = attach};
    return described;
}

}  // namespace tunebench::lora
