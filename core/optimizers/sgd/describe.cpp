#include "core/optimizers/group_rates.h"
#include "core/optimizers/optimizer.h"
#include "core/optimizers/rate_specs.h"
#include "core/optimizers/sgd/sgd.h"

namespace tunebench::sgd {
namespace {

constexpr std::int64_t kMomentumBytes = 4;  // an element: one fp32 velocity

ParamSpec momentum_spec() {
    return {
        .key = "momentum",
        .label = "Momentum",
        .help = "Share of the last step's velocity that is kept.",
        .effect = "Higher: smoother, faster along valleys; above 0 it takes 4 bytes a parameter.",
        .details =
            "0.9 averages over about ten steps and speeds up long valleys. Anything above 0 costs 4 bytes "
            "for every trained parameter.",
        .min = 0.0,
        .max = 1.0,
        .level = ParamLevel::Basic};
}

ParamSpec nesterov_spec() {
    return {.key = "nesterov",
            .label = "Nesterov",
            .help = "Look ahead along the velocity before stepping; needs momentum.",
            .effect = "On: often a little faster; costs nothing.",
            .details =
                "Often a little faster than plain momentum, because a step already knows where the velocity "
                "leads. Costs nothing more.",
            .level = ParamLevel::Advanced};
}

Result<void> check(const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    if (config.momentum >= 1.0)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "momentum must be below 1, got 1",
                     .hint = "Velocity would never fade; 0.9 is usual.",
                     .field = "momentum"};
    if (config.nesterov && config.momentum <= 0.0)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "nesterov needs a momentum above 0",
                     .hint = "Set momentum, for example to 0.9, or switch nesterov off.",
                     .field = "nesterov"};
    return {};
}

std::int64_t state_bytes(const ParamMap& params, std::span<const std::int64_t> shape,
                         bool /*is_block_weight*/) {
    const auto config = config_from(fields(), params);
    return config && config->momentum > 0.0 ? kMomentumBytes * element_count(shape) : 0;
}

}  // namespace

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> kFields = {
        field<&Config::learning_rate>(learning_rate_spec()),
        field<&Config::momentum>(momentum_spec()),
        field<&Config::nesterov>(nesterov_spec()),
        field<&Config::weight_decay>(
            weight_decay_spec("Times the weight, added to the gradient (L2 penalty).")),
        field<&Config::decay>(decay_spec()),
    };
    return kFields;
}

const Optimizer& optimizer() {
    static const Optimizer kOptimizer = {
        .id = "sgd",
        .title = "SGD",
        .summary = "Plain gradient steps, with momentum if wanted; least memory.",
        .specs = with_group_rates(specs_of(fields())),
        .check = &check,
        .state_bytes = &state_bytes};
    return kOptimizer;
}

}  // namespace tunebench::sgd
