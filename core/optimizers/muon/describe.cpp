#include "core/optimizers/group_rates.h"
#include "core/optimizers/muon/muon.h"
#include "core/optimizers/optimizer.h"
#include "core/optimizers/rate_specs.h"

namespace tunebench::muon {
namespace {

constexpr std::int64_t kElement = 4;

Result<void> check(const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    return check_betas(config.betas);
}

/// A momentum, or AdamW's two means.
std::int64_t state_bytes(const ParamMap&, std::span<const std::int64_t> shape, bool is_block_weight) {
    return kElement * (is_block_weight ? 1 : 2) * element_count(shape);
}

ParamSpec muon_betas_spec() {
    auto spec = betas_spec();
    spec.help = "Memory of AdamW's running means, where AdamW updates.";
    spec.level = ParamLevel::Expert;
    return spec;
}

}  // namespace

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> kFields = {
        field<&Config::learning_rate>(learning_rate_spec()),
        field<&Config::weight_decay>(
            weight_decay_spec("Share of each weight, times the learning rate, taken off at every step.")),
        field<&Config::momentum>(
            {.key = "momentum",
             .label = "Momentum",
             .help = "How much of the last steps' direction of a block's weight is kept.",
             .effect = "Nearer to 1: smoother, slower to react; costs nothing.",
             .details = "Nearer to 1: smoother and slower to react. 0.95 is usual. Costs 4 bytes for every "
                        "weight of the blocks, whatever its value.",
             .min = 0.0,
             .max = 0.9999,
             .level = ParamLevel::Advanced}),
        field<&Config::nesterov>(
            {.key = "nesterov",
             .label = "Nesterov momentum",
             .help = "Mix the newest gradient into the momentum once more before the step.",
             .effect = "On: reacts a step earlier; costs nothing.",
             .details = "Reacts to the newest gradient a step earlier. Costs neither memory nor time; off is "
                        "plain momentum.",
             .level = ParamLevel::Expert}),
        field<&Config::iterations>(
            {.key = "iterations",
             .label = "Iterations",
             .help = "Rounds that make a momentum orthogonal, three products of its size each.",
             .effect = "More: nearer to orthogonal, more time a step; memory stays.",
             .details =
                 "Five bring its singular values near to 1. Fewer are quicker and leave weak directions "
                 "weak.",
             .unit = "rounds",
             .min = 1,
             .max = 20,
             .level = ParamLevel::Expert}),
        field<&Config::betas>(muon_betas_spec()),
        field<&Config::eps>(eps_spec()),
        field<&Config::decay>(decay_spec()),
    };
    return kFields;
}

const Optimizer& optimizer() {
    static const Optimizer kOptimizer = {
        .id = "muon",
        .title = "Muon",
        .summary = "Orthogonal steps for the blocks' weights, AdamW for the rest: for full fine-tuning.",
        .specs = with_group_rates(specs_of(fields())),
        .check = &check,
        .state_bytes = &state_bytes,
        .copies_of_block_weight = 4,
        .is_for_block_weights = true};
    return kOptimizer;
}

}  // namespace tunebench::muon
