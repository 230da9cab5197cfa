#include "core/methods/lora/attach.h"

#include "core/engine/tensor.h"
#include "core/methods/dora/dora.h"
#include "core/methods/dora/layer.h"

namespace tunebench::dora {
namespace {

/// The magnitude starts as the lengths of the rows, so that nothing changes at first.
void install(Projection& projection, lora::LowRank low_rank, std::vector<TrainableParameter>& trainable) {
    const auto weight = projection.linear_weight();
    RowNorms norms(weight);
    const auto magnitude = norms.of(weight, low_rank).set_requires_grad(true);
    trainable.push_back({.name = lora::exported_name(projection.info().path, "lora_magnitude_vector"),
                         .tensor = magnitude,
                         .is_matrix = false});
    projection.set_delta(std::make_unique<MagnitudeDelta>(std::move(low_rank), magnitude, std::move(norms)));
}

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const ParamMap& params,
                                               std::uint64_t seed) {
    TRY(const auto config, config_from(fields(), params));
    TRY(const auto plan, plan_of(model.config(), config));
    return lora::attach(model, config.lora, plan, seed, install);
}

}  // namespace

const Attachment& attachment() {
    static const Attachment described{.id = "dora", .attach = attach, .to_file = lora::to_file};
    return described;
}

}  // namespace tunebench::dora
