#include "core/optimizers/group_rates.h"
#include "core/optimizers/lion/lion.h"
#include "core/optimizers/optimizer.h"
#include "core/optimizers/rate_specs.h"

namespace tunebench::lion {
namespace {

Result<void> check(const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    return check_betas(config.betas);
}

std::int64_t state_bytes(const ParamMap& params, std::span<const std::int64_t> shape,
                         bool /*is_block_weight*/) {
    const auto config = config_from(fields(), params);
    return state_bytes_of(config ? config->states : StateType::Fp32, element_count(shape));
}

ParamSpec lion_betas_spec() {
    auto spec = betas_spec();
    spec.help = "Share of the momentum in a step's direction, and of itself in the next momentum.";
    spec.details =
        "Nearer to 1: smoother and slower to react. The paper takes 0.95 and 0.98 where training is "
        "unstable.";
    return spec;
}

}  // namespace

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> kFields = {
        field<&Config::learning_rate>(learning_rate_spec()),
        field<&Config::weight_decay>(
            weight_decay_spec("Share of each weight, times the learning rate, taken off at every step.")),
        field<&Config::betas>(lion_betas_spec()),
        field<&Config::decay>(decay_spec()),
        field<&Config::states>(states_spec()),
    };
    return kFields;
}

const Optimizer& optimizer() {
    static const Optimizer kOptimizer = {
        .id = "lion",
        .title = "Lion",
        .summary =
            "Signs of a momentum: half of Adam's memory; a third to a tenth of AdamW's rate, with as much "
            "more decay.",
        .specs = with_group_rates(specs_of(fields())),
        .check = &check,
        .state_bytes = &state_bytes};
    return kOptimizer;
}

}  // namespace tunebench::lion
