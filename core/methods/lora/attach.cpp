#include "core/methods/lora/attach.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/engine/tensor.h"
#include "core/methods/lora/layer.h"
#include "core/methods/lora/lora.h"
#include "core/methods/method.h"

namespace tunebench::lora {
namespace {

at::Tensor trainable(at::Tensor tensor) {
    return tensor.set_requires_grad(true);
}

void install_delta(Projection& projection, LowRank low_rank, std::vector<TrainableParameter>& /*trainable*/) {
    projection.set_delta(std::make_unique<LowRankDelta>(std::move(low_rank)));
}

/// Takes the start of A and B out of the weight; what shared it keeps the original.
Result<Start> cut_out(Projection& projection, const Adapted& site, Initialization initialization) {
    if (!projection.weight.defined())
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("{}: pissa and olora change the weight, which is quantized",
                                            projection.info().path),
                     .hint = "Choose the initialization default, or quantization none.",
                     .field = "initialization"};
    const at::NoGradGuard no_gradients;
    auto start = cut_start(projection.linear_weight(), site, initialization);
    const auto weight = projection.linear_weight();
    const auto left =
        at::addmm(weight.to(at::kFloat), start.b, start.a, 1.0, -site.scale).to(weight.scalar_type());
    projection.weight = (projection.info().transposed ? left.t() : left).contiguous();
    return start;
}

void add_parameters(const LowRank& low_rank, const Adapted& site, const Config& config,
                    std::vector<TrainableParameter>& out) {
    const auto name = [&](std::string_view suffix) { return exported_name(site.projection.path, suffix); };
    const auto start = [&](const at::Tensor& tensor) {
        return is_cut_out(config.initialization) ? tensor.detach().clone() : at::Tensor();
    };
    out.push_back({.name = name(site.is_embedding ? "lora_embedding_A" : "lora_A.weight"),
                   .tensor = low_rank.a,
                   .start = start(low_rank.a)});
    out.push_back({.name = name(site.is_embedding ? "lora_embedding_B" : "lora_B.weight"),
                   .tensor = low_rank.b,
                   .rate_factor = site.is_embedding ? 1.0 : config.learning_rate_ratio,
                   .start = start(low_rank.b)});
}

/// The model's own tensor behind an exported name ("base_model.model.<module>[.base_layer].<suffix>").
at::Tensor* base_tensor(CausalModel& model, const std::string& exported) {
    auto name = exported.substr(std::string_view("base_model.model.").size());
    if (const auto at = name.find(".base_layer."); at != std::string::npos)
        name.erase(at, std::string_view(".base_layer").size());
    for (auto& parameter : model.parameters())
        if (parameter.info.name == name)
            return parameter.tensor;
    auto* head = model.projections().back();
    return name == head->info().path + ".weight" ? &head->weight : nullptr;
}

Result<std::vector<TrainableParameter>> attach_lora(CausalModel& model, const ParamMap& params,
                                                    std::uint64_t seed) {
    TRY(const auto config, config_from(fields(), params));
    TRY(const auto plan, plan_of(model.config(), config));
    return attach(model, config, plan, seed, install_delta);
}

}  // namespace

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const Config& config,
                                               const MethodPlan& plan, std::uint64_t seed, Install install) {
    TRY(const auto sites, adapted_projections(model.config(), config));
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    std::vector<TrainableParameter> out;
    std::uint64_t site_number = 0;
    for (const auto& site : sites) {
        auto* projection = model.projection(site.projection.path);
        TRY(const auto start, is_cut_out(config.initialization)
                                  ? cut_out(*projection, site, config.initialization)
                                  : drawn_start(site, config.initialization, generator));
        LowRank low_rank{.a = trainable(start.a.to(model.device())),
                         .b = trainable(start.b.to(model.device())),
                         .scale = site.scale,
                         .dropout = config.dropout,
                         .site = site_number++};
        add_parameters(low_rank, site, config, out);
        if (site.is_embedding)
            model.embedding_site = std::make_unique<LowRankEmbedding>(std::move(low_rank));
        else
            install(*projection, std::move(low_rank), out);
    }
    for (const auto& tensor : plan.tensors) {
        if (!tensor.is_base_parameter)
            continue;
        auto* slot = base_tensor(model, tensor.name);
        // A copy: what the base shares (a tied head, say) keeps the original, as in PEFT.
        const auto type = slot->dim() > 1 ? model.types().trained : at::kFloat;
        *slot = trainable(slot->detach().to(type, /*non_blocking=*/false, /*copy=*/true));
        out.push_back({.name = tensor.name, .tensor = *slot, .is_matrix = tensor.is_matrix, .is_base = true});
    }
    return out;
}

Result<NamedTensors> to_file(std::string_view format, const CausalModel& model, const ParamMap& params,
                             const std::vector<TrainableParameter>& parameters) {
    TRY(auto tensors, parameters_to_file(format, model, params, parameters));
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const auto& start = parameters[i].start;
        if (!start.defined())
            continue;
        const bool is_a = parameters[i].name.ends_with("lora_A.weight");
        tensors[i].second = is_a ? at::cat({parameters[i].tensor.detach(), start}, 0)
                                 : at::cat({parameters[i].tensor.detach(), -start}, 1);
    }
    return tensors;
}

const Attachment& attachment() {
    static const Attachment described{.id = "lora", .attach = attach_lora, .to_file = to_file};
    return described;
}

}  // namespace tunebench::lora
