#include "core/optimizers/rate_specs.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/optimizers/decay.h"
#include "core/optimizers/state_type.h"

namespace tunebench {

ParamSpec learning_rate_spec() {
    return {.key = "learning_rate",
            .label = "Learning rate",
            .help = "Size of a step; the schedule multiplies it.",
            .effect = "Higher: learns faster, until the loss jumps; costs neither memory nor time.",
            .details =
                "Too high: the loss jumps or becomes NaN. Too low: it hardly falls. Adapters take about ten "
                "times the rate of full fine-tuning; the default follows the method. Costs neither memory "
                "nor time.",
            .min = 0.0,
            .min_exclusive = true,
            .decimals = 8,
            .display = ParamDisplay::Scientific};
}

ParamSpec weight_decay_spec(std::string_view help) {
    return {.key = "weight_decay",
            .label = "Weight decay",
            .help = help,
            .effect = "Higher: less overfitting, slower learning; costs nothing.",
            .details =
                "More of it keeps weights small, which works against overfitting on small data and slows "
                "learning down. 0 switches it off.",
            .min = 0.0,
            .decimals = 6,
            .level = ParamLevel::Advanced};
}

ParamSpec decay_spec() {
    return {.key = "decay",
            .label = "Decay applies to",
            .help = "Which trained tensors weight decay pulls towards zero.",
            .effect = "Matrices only is what most recipes do; costs nothing.",
            .details =
                "Biases, norms and rotations carry scales and offsets that zero would be wrong for; leaving "
                "them out is what most recipes do.",
            .choices = kDecayChoices,
            .level = ParamLevel::Expert};
}

ParamSpec betas_spec() {
    return {.key = "betas",
            .label = "Betas",
            .help = "Memory of the running means of the gradient and of its square.",
            .effect = "Nearer to 1: smoother, slower to react; costs nothing.",
            .details =
                "Nearer to 1: smoother and slower to react. A second beta of 0.95 to 0.99 steadies runs with "
                "few steps or large batches.",
            .min = 0.0,
            .max = 1.0,
            .level = ParamLevel::Advanced};
}

ParamSpec eps_spec() {
    return {.key = "eps",
            .label = "Epsilon",
            .help = "Added to the denominator, so that tiny gradients do not make huge steps.",
            .effect = "Higher: smaller steps where gradients are tiny; costs nothing.",
            .details =
                "Larger values damp the steps of tensors with tiny gradients. 1e-8 is usual; BERT "
                "took 1e-6.",
            .min = 0.0,
            .min_exclusive = true,
            .decimals = 12,
            .display = ParamDisplay::Scientific,
            .level = ParamLevel::Expert};
}

ParamSpec states_spec() {
    return {
        .key = "states",
        .label = "States",
        .help = "How the running means are stored between steps: 4 bytes a number, about 1, or about half.",
        .effect = "8 bit: a quarter of the states' memory, steps a little slower; 4 bit: an eighth, coarser.",
        .details =
            "8 bit keeps codes and a scale for every 256 numbers, 4 bit for every 128; tensors below 4096 "
            "numbers stay in 32 bit. Of Adam's 8 bytes for every trained parameter 2 are left, or 1, "
            "which matters in full fine-tuning, and a step takes a few per cent longer. Losses stay "
            "within a few per cent with 8 bit; 4 bit is coarser.",
        .choices = kStateTypeChoices,
        .level = ParamLevel::Advanced};
}

ParamSpec paged_spec() {
    return {
        .key = "paged",
        .label = "Paged states",
        .help = "On a CUDA device: the running means stay in the host's memory.",
        .effect = "On: less of the device's memory by the optimizer's states, for slower steps.",
        .details =
            "The device reads and writes them over the bus at every step, in memory that the host keeps in "
            "place for it. Takes what they need off the device, and each step as long as the bus needs for "
            "them twice: a fifth of a second for a billion trained parameters in 32 bit, less in 8. Without "
            "effect on a processor.",
        .level = ParamLevel::Expert};
}

Result<void> check_betas(const std::vector<double>& betas) {
    Error error = {.code = ErrorCode::InvalidArgument,
                   .message = {},
                   .hint = "Write for example [0.9, 0.999].",
                   .field = "betas"};
    if (betas.size() != 2) {
        error.message = fmt::format("betas must be two numbers, got {}", betas.size());
        return error;
    }
    const auto is_outside = [](double beta) { return !(beta >= 0.0 && beta < 1.0); };
    if (const auto it = std::ranges::find_if(betas, is_outside); it != betas.end()) {
        error.message = fmt::format("betas must be at least 0 and below 1, got {:g}", *it);
        return error;
    }
    return {};
}

}  // namespace tunebench
