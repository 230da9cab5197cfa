#include "core/engine_api/sampling_options.h"

namespace tunebench {

const std::vector<Field<SamplingOptions>>& sampling_fields() {
    static const std::vector<Field<SamplingOptions>> fields = {
        field<&SamplingOptions::temperature>(
            {.key = "temperature",
             .label = "Temperature",
             .help = "How boldly tokens are drawn: 0 always takes the likeliest, 1 draws as the model was "
                     "trained.",
             .details =
                 "Higher values bring variety and, sooner or later, nonsense. At 0 the seed and the two "
                 "cuts below change nothing.",
             .min = 0,
             .max = 100,
             .decimals = 2}),
        field<&SamplingOptions::max_tokens>(
            {.key = "max_tokens",
             .label = "Length",
             .help = "An answer ends here at the latest.",
             .details = "Time and the memory of the cache of keys and values grow in proportion. Most models "
                        "end by themselves once they were trained to.",
             .unit = "tokens",
             .min = 1,
             .max = 1e6}),
        field<&SamplingOptions::top_p>(
            {.key = "top_p",
             .label = "Top p",
             .help = "Draws only from the likeliest tokens that have this probability together; 1 keeps all.",
             .details = "Cuts off the long tail of tokens that each are unlikely: 0.9 is a common choice.",
             .min = 0,
             .max = 1,
             .decimals = 3,
             .enabled_when = {.key = "temperature", .equals = 0.0, .negated = true}}),
        field<&SamplingOptions::top_k>(
            {.key = "top_k",
             .label = "Top k",
             .help = "Draws only from so many likeliest tokens; 0 keeps all.",
             .details = "A fixed number whatever the model is sure of; top p adapts to it.",
             .unit = "tokens",
             .min = 0,
             .max = 1e6,
             .enabled_when = {.key = "temperature", .equals = 0.0, .negated = true}}),
        field<&SamplingOptions::seed>(
            {.key = "seed",
             .label = "Seed",
             .help = "Start of the random stream: the same seed draws the same answer.",
             .details = "All that answer side by side draw with the same seed, so that they differ by their "
                        "weights alone.",
             .min = 0,
             .max = 9e15,
             .enabled_when = {.key = "temperature", .equals = 0.0, .negated = true}}),
        field<&SamplingOptions::stop>(
            {.key = "stop",
             .label = "Stop texts",
             .help = "One a line. An answer ends before the first of them that appears in it.",
             .details =
                 "For models that do not end by themselves, such as a base model that goes on with the "
                 "next question.",
             .display = ParamDisplay::MultiLine,
             .level = ParamLevel::Advanced}),
    };
    return fields;
}

}  // namespace tunebench
