#include "core/engine/training/attachment.h"
#include "core/methods/full/full.h"

namespace tunebench::full {
namespace {

bool is_embedding(ParameterRole role) {
    return role == ParameterRole::Embedding || role == ParameterRole::PositionEmbedding;
}

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const ParamMap& params,
                                               std::uint64_t /*seed*/) {
    TRY(const auto config, config_from(fields(), params));
    std::vector<TrainableParameter> trainable;
    for (auto& parameter : model.parameters()) {
        if (!config.train_embeddings && is_embedding(parameter.info.role))
            continue;
        parameter.tensor->set_requires_grad(true);
        trainable.push_back({.name = parameter.info.name,
                             .tensor = *parameter.tensor,
                             .is_matrix = parameter.info.shape.size() > 1});
    }
    return trainable;
}

}  // namespace

const Attachment& attachment() {
    static const Attachment described{.id = "full", .attach = attach};
    return described;
}

}  // namespace tunebench::full
