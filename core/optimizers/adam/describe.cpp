#include "core/optimizers/adam/adam.h"
#include "core/optimizers/group_rates.h"
#include "core/optimizers/optimizer.h"
#include "core/optimizers/rate_specs.h"

namespace tunebench::adam {
namespace {

Result<void> check(const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    return check_betas(config.betas);
}

/// Two running means.
std::int64_t state_bytes(const ParamMap& params, std::span<const std::int64_t> shape,
                         bool /*is_block_weight*/) {
    const auto config = config_from(fields(), params);
    return 2 * state_bytes_of(config ? config->states : StateType::Fp32, element_count(shape));
}

}  // namespace

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> kFields = {
        field<&Config::learning_rate>(learning_rate_spec()),
        field<&Config::weight_decay>(
            weight_decay_spec("Added to the gradient (L2 penalty), so that Adam rescales it.")),
        field<&Config::betas>(betas_spec()),
        field<&Config::eps>(eps_spec()),
        field<&Config::decay>(decay_spec()),
        field<&Config::states>(states_spec()),
        field<&Config::paged>(paged_spec()),
    };
    return kFields;
}

const Optimizer& optimizer() {
    static const Optimizer kOptimizer = {
        .id = "adam",
        .title = "Adam",
        .summary =
            "Running means of gradient and squared gradient; weight decay as a penalty in the gradient.",
        .specs = with_group_rates(specs_of(fields())),
        .check = &check,
        .state_bytes = &state_bytes,
        .has_kernels = true};
    return kOptimizer;
}

}  // namespace tunebench::adam
