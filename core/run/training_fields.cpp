#include "core/run/section_fields.h"

namespace tunebench {
namespace {

constexpr Choice kWeightTypes[] = {{"fp32", "32-bit (fp32)"}};
constexpr Choice kGradientTypes[] = {{"auto", "Same as the weights"}};
constexpr Choice kQuantizations[] = {
    {"none", "None"}, {"nf4", "4-bit (NF4)"}, {"fp4", "4-bit (FP4)"}, {"int8", "8-bit (int8)"}};
// "quantization": "nf4" in a file or on the command line stands for the type alone.
constexpr std::string_view kQuantizationShort[] = {"quantization"};
constexpr Choice kCheckpointing[] = {{"off", "Off"}, {"every-block", "Every block"}};

EnabledWhen when_quantized() {
    return {.key = "quantization.type", .equals = "none", .negated = true};
}

Field<BudgetSection> limit_of_steps() {
    return field<&BudgetSection::steps>(
        {.key = "steps",
         .label = "Steps",
         .help = "Ends the run after this many optimizer steps; 0 sets no limit.",
         .details =
             "Time grows in proportion. Of epochs, steps, tokens and minutes the first that is reached ends "
             "the run.",
         .unit = "steps",
         .min = 0,
         .max = 1e12});
}

Field<BudgetSection> limit_of_tokens() {
    return field<&BudgetSection::tokens>(
        {.key = "tokens",
         .label = "Tokens",
         .help = "Ends the run after the model has read this many tokens; 0 sets no limit.",
         .details = "A budget that compares runs of different batch sizes fairly.",
         .unit = "tokens",
         .min = 0,
         .max = 1e15,
         .level = ParamLevel::Advanced});
}

Field<BudgetSection> limit_of_minutes() {
    return field<&BudgetSection::minutes>(
        {.key = "minutes",
         .label = "Time",
         .help = "Ends the run after this much training time; 0 sets no limit.",
         .details =
             "Pauses do not count. With a time limit the number of steps, and so the result, depends on the "
             "machine.",
         .unit = "min",
         .min = 0,
         .max = 1e6,
         .decimals = 1,
         .level = ParamLevel::Advanced});
}

}  // namespace

const std::vector<Field<PrecisionSection>>& precision_fields() {
    static const std::vector<Field<PrecisionSection>> fields = {
        field<&PrecisionSection::weights>(
            {.key = "weights",
             .label = "Weights",
             .help = "The type that weights are kept in.",
             .details = "Four bytes a parameter. Other types come with a later version.",
             .choices = kWeightTypes,
             .level = ParamLevel::Advanced}),
        field<&PrecisionSection::compute>(
            {.key = "compute",
             .label = "Arithmetic",
             .help = "The type that matrix products are computed in.",
             .details = "fp32 is exact enough for every method and the only choice of this version.",
             .choices = kWeightTypes,
             .level = ParamLevel::Advanced}),
        field<&PrecisionSection::gradients>(
            {.key = "gradients",
             .label = "Gradients",
             .help = "The type that gradients are kept in.",
             .details = "Only trained parameters have gradients, so that an adapter's cost next to nothing.",
             .choices = kGradientTypes,
             .level = ParamLevel::Expert}),
        field<&PrecisionSection::quantization>(
            {.key = "quantization.type",
             .label = "Quantized base",
             .help = "Keeps the frozen weights of the blocks in 4 or 8 bits; adapters stay exact.",
             .details = "With NF4 the weights take an eighth of the memory of fp32 and the model loses a "
                        "little quality, most of which training wins back: LoRA on it is QLoRA. int8 loses "
                        "next to nothing and takes a quarter. Each product unpacks its weight first, so that "
                        "steps take somewhat longer. Not for full fine-tuning, which changes these weights.",
             .choices = kQuantizations,
             .level = ParamLevel::Advanced,
             .aliases = kQuantizationShort}),
        field<&PrecisionSection::quantization_block_size>(
            {.key = "quantization.block_size",
             .label = "Block size",
             .help = "Weights that share one scale: a power of two from 64 to 4096.",
             .details =
                 "Larger blocks save a little memory (from 0.5 bit a weight at 64 to 0.01 at 4096, and "
                 "a quarter of that with quantized scales) and are less exact, because one large "
                 "weight coarsens its whole block. 64 is what QLoRA uses.",
             .unit = "weights",
             .min = 64,
             .max = 4096,
             .level = ParamLevel::Expert,
             .enabled_when = when_quantized()}),
        field<&PrecisionSection::double_quantization>(
            {.key = "quantization.double",
             .label = "Quantized scales",
             .help = "Keeps the blocks' scales in 8 bits too (double quantization).",
             .details =
                 "Saves 0.37 bit a weight at blocks of 64, about 0.3 GiB for a model of 7 billion, for "
                 "a loss of quality that is hard to measure.",
             .level = ParamLevel::Expert,
             .enabled_when = when_quantized()}),
    };
    return fields;
}

const std::vector<Field<BudgetSection>>& budget_fields() {
    static const std::vector<Field<BudgetSection>> fields = {
        field<&BudgetSection::epochs>(
            {.key = "epochs",
             .label = "Epochs",
             .help = "How often the run reads all training examples; 0 sets no limit.",
             .details =
                 "Time grows in proportion. Small data sets are memorised after a few epochs: watch the "
                 "validation loss.",
             .min = 0,
             .max = 1e6,
             .decimals = 2}),
        limit_of_steps(),
        limit_of_tokens(),
        limit_of_minutes(),
        field<&BudgetSection::batch_size>(
            {.key = "batch_size",
             .label = "Batch size",
             .help = "Sequences that are computed at once; with packing, full rows of the maximum length.",
             .details =
                 "Memory for activations grows in proportion. Larger batches use the machine better and "
                 "give steadier gradients, but fewer steps an epoch.",
             .unit = "sequences",
             .min = 1,
             .max = 65536}),
        field<&BudgetSection::length_grouped>(
            {.key = "length_grouped",
             .label = "Group by length",
             .help = "Puts examples of similar length into one batch.",
             .details =
                 "Evens out the memory that batches need when packing is off. The order of the data is a "
                 "little less random.",
             .level = ParamLevel::Advanced}),
        field<&BudgetSection::accumulation>(
            {.key = "accumulation",
             .label = "Accumulation",
             .help = "Batches whose gradients add up to one optimizer step.",
             .details =
                 "The effect of a larger batch without its memory: a step takes that many times as long. "
                 "Every counted token of the step has the same weight.",
             .unit = "batches",
             .min = 1,
             .max = 65536,
             .level = ParamLevel::Advanced}),
        field<&BudgetSection::clip_norm>(
            {.key = "clip_norm",
             .label = "Gradient clipping",
             .help = "Scales the gradient down when its norm is larger than this; 0 clips nothing.",
             .details =
                 "Keeps one odd batch from throwing the weights off. A limit far below the usual norm slows "
                 "learning.",
             .min = 0,
             .max = 1e6,
             .decimals = 3,
             .level = ParamLevel::Advanced}),
        field<&BudgetSection::gradient_checkpointing>(
            {.key = "gradient_checkpointing",
             .label = "Gradient checkpointing",
             .help = "Computes activations again in the backward pass instead of keeping them.",
             .details =
                 "Saves most of the activations' memory and costs about a third more time. The result is "
                 "the same.",
             .choices = kCheckpointing}),
    };
    return fields;
}

}  // namespace tunebench
