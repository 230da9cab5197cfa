#include "core/engine/tensor.h"
#include "core/engine/training/attachment.h"
#include "core/methods/ia3/ia3.h"
#include "core/methods/ia3/layer.h"

namespace tunebench::ia3 {
namespace {

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const ParamMap& params,
                                               std::uint64_t /*seed*/) {
    TRY(const auto config, config_from(fields(), params));
    TRY(const auto scaled, scaled_projections(model.config(), config));
    std::vector<TrainableParameter> trainable;
    for (const auto& site : scaled) {
        const auto scaling = at::ones(site.shape(), model.device()).set_requires_grad(true);
        model.projection(site.projection.path)
            ->set_delta(std::make_unique<ScalingDelta>(scaling, site.scales_input));
        trainable.push_back({.name = exported_name(site.projection), .tensor = scaling, .is_matrix = false});
    }
    return trainable;
}

}  // namespace

const Attachment& attachment() {
    static const Attachment described{.id = "ia3", .attach = attach};
    return described;
}

}  // namespace tunebench::ia3
