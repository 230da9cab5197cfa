#include "core/run/section_fields.h"

namespace tunebench {

const std::vector<Field<RegularizationSection>>& regularization_fields() {
    static const std::vector<Field<RegularizationSection>> fields = {
        field<&RegularizationSection::neftune_alpha>(
            {.key = "neftune_alpha",
             .label = "NEFTune noise",
             .help = "Uniform noise on the embedded tokens while training (arXiv:2310.05914); 0 adds none.",
             .effect = "5 to 15: longer, better liked chat answers; neither memory nor time.",
             .details = "5 to 15 made answers of chat models longer and better liked; it tells little in "
                        "validation losses. Each number gets at most alpha / √(tokens · hidden size). Costs "
                        "next to nothing.",
             .min = 0.0,
             .max = 1000.0,
             .decimals = 2,
             .level = ParamLevel::Advanced}),
        field<&RegularizationSection::label_smoothing>(
            {.key = "label_smoothing",
             .label = "Label smoothing",
             .help = "Share of the target that is spread evenly over all tokens, or classes; 0: none.",
             .effect = "Higher: less sure of itself, milder on noisy labels; costs nothing.",
             .details = "0.1 keeps a model from being too sure, which helps classifiers on noisy labels. The "
                        "training loss includes it and is higher for it; the validation loss does not.",
             .min = 0.0,
             .max = 0.99,
             .decimals = 3,
             .level = ParamLevel::Advanced}),
        field<&RegularizationSection::z_loss>(
            {.key = "z_loss",
             .label = "z-loss",
             .help = "Times the square of log Σ exp(logits), added to the loss (arXiv:2204.02311); 0: none.",
             .effect = "Higher: logits nearer to zero, steadier in low precision; costs next to nothing.",
             .details =
                 "1e-4 holds the logits near zero, which steadies full fine-tuning in low precision. The "
                 "training loss includes it, the validation loss does not.",
             .min = 0.0,
             .max = 1.0,
             .decimals = 8,
             .display = ParamDisplay::Scientific,
             .level = ParamLevel::Expert}),
        field<&RegularizationSection::ema_decay>(
            {.key = "ema_decay",
             .label = "Averaged weights",
             .help = "Share of the old in a moving average of the weights, which is evaluated and exported; "
                     "0: off.",
             .effect = "Nearer to 1: smooth over more steps; one more copy of what trains in memory.",
             .details =
                 "0.99 averages over about a hundred steps, 0.999 over a thousand. Smooths out the last "
                 "steps' noise, which helps most at a constant rate. Costs one more copy of everything "
                 "that trains, also in checkpoints.",
             .min = 0.0,
             .max = 0.999999,
             .decimals = 6,
             .level = ParamLevel::Advanced}),
    };
    return fields;
}

}  // namespace tunebench
