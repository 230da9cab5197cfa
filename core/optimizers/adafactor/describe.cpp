#include <algorithm>

#include "core/optimizers/adafactor/adafactor.h"
#include "core/optimizers/group_rates.h"
#include "core/optimizers/optimizer.h"
#include "core/optimizers/rate_specs.h"

namespace tunebench::adafactor {
namespace {

constexpr std::int64_t kElement = 4;

Result<void> check(const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    const auto is_positive = [](double eps) { return eps > 0.0; };
    if (config.eps.size() == 2 && std::ranges::all_of(config.eps, is_positive))
        return {};
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = "eps must be two numbers above 0",
                 .hint = "Write for example [1e-30, 0.001].",
                 .field = "eps"};
}

std::int64_t state_bytes(const ParamMap&, std::span<const std::int64_t> shape, bool /*is_block_weight*/) {
    return kElement * (shape.size() == 2 ? shape[0] + shape[1] : element_count(shape));
}

}  // namespace

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> kFields = {
        field<&Config::learning_rate>(learning_rate_spec()),
        field<&Config::weight_decay>(
            weight_decay_spec("Share of each weight, times the learning rate, taken off at every step.")),
        field<&Config::scale_parameter>(
            {.key = "scale_parameter",
             .label = "Scale by parameter",
             .help = "Multiply each tensor's rate by the root mean square of its numbers.",
             .effect = "On: steps are a share of the weights, and want a hundred times the rate.",
             .details = "As in T5's pre-training, with a rate about a hundred times higher: steps are then a "
                        "share of the weights. Off, the rate means what it means for Adam.",
             .level = ParamLevel::Advanced}),
        field<&Config::clip_threshold>(
            {.key = "clip_threshold",
             .label = "Clip threshold",
             .help = "The root mean square of a tensor's update, before the rate, is held below this.",
             .effect = "Lower: gentler first steps, slower learning; costs nothing.",
             .details = "Damps the first steps, whose means are of few gradients. 1 is usual; far below it "
                        "everything learns slowly. Costs neither memory nor time.",
             .min = 0.0,
             .min_exclusive = true,
             .level = ParamLevel::Expert}),
        field<&Config::decay_rate>(
            {.key = "decay_rate",
             .label = "Decay rate",
             .help =
                 "Exponent of the step number: the share of the newest gradient in the means falls by it.",
             .effect = "Nearer to 0: follows the gradient faster; costs nothing.",
             .details = "−0.8 is usual. Nearer to 0 the means follow the gradient faster, also late in a "
                        "run, and steps are less steady.",
             .min = -1.0,
             .max = 0.0,
             .level = ParamLevel::Expert}),
        field<&Config::eps>(
            {.key = "eps",
             .label = "Epsilon",
             .help = "Added to squared gradients, and the least root mean square of a tensor's numbers.",
             .effect = "The first damps tiny gradients, the second lets tiny weights move; costs nothing.",
             .details = "The first keeps squared gradients above 0. The second counts only where the rate is "
                        "scaled by the parameter: it lets tensors move that start at zero.",
             .min = 0.0,
             .min_exclusive = true,
             .level = ParamLevel::Expert}),
        field<&Config::decay>(decay_spec()),
    };
    return kFields;
}

const Optimizer& optimizer() {
    static const Optimizer kOptimizer = {
        .id = "adafactor",
        .title = "Adafactor",
        .summary =
            "Means of squared gradients by row and column only: next to no memory, nearly Adam's results.",
        .specs = with_group_rates(specs_of(fields())),
        .check = &check,
        .state_bytes = &state_bytes,
        .copies_in_a_step = 2,
        .widens_in_a_step = true};
    return kOptimizer;
}

}  // namespace tunebench::adafactor
