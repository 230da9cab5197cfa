#include <set>

#include "core/engine/training/attachment.h"
#include "core/methods/full/full.h"

namespace tunebench::full {
namespace {

Result<std::vector<TrainableParameter>> attach(CausalModel& model, const ParamMap& params,
                                               std::uint64_t /*seed*/) {
    TRY(const auto config, config_from(fields(), params));
    TRY(const auto chosen, trained_parameters(model.config(), config));
    std::set<std::string> names;
    for (const auto& parameter : chosen)
        names.insert(parameter.name);
    std::vector<TrainableParameter> trainable;
    for (auto& parameter : model.parameters()) {
        if (!names.contains(parameter.info.name))
            continue;
        parameter.tensor->set_requires_grad(true);
        trainable.push_back({.name = parameter.info.name,
                             .tensor = *parameter.tensor,
                             .is_matrix = parameter.info.shape.size() > 1,
                             .is_base = true});
    }
    return trainable;
}

}  // namespace

const Attachment& attachment() {
    static const Attachment described{.id = "full", .attach = attach};
    return described;
}

}  // namespace tunebench::full
