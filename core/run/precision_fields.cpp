#include "core/run/section_fields.h"

namespace tunebench {
namespace {

constexpr Choice kNumberTypes[] = {
    {"fp32", "32-bit (fp32)"}, {"bf16", "16-bit (bf16)"}, {"fp16", "16-bit (fp16)"}};
constexpr Choice kGradientTypes[] = {
    {"auto", "Same as the weights"}, {"fp32", "32-bit (fp32)"}, {"bf16", "16-bit (bf16)"}};
constexpr Choice kQuantizations[] = {
    {"none", "None"}, {"nf4", "4-bit (NF4)"}, {"fp4", "4-bit (FP4)"}, {"int8", "8-bit (int8)"}};
// "quantization": "nf4" in a file or on the command line stands for the type alone.
constexpr std::string_view kQuantizationShort[] = {"quantization"};

EnabledWhen unless(std::string_view key, const char* value) {
    return {.key = key, .equals = value, .negated = true};
}

Field<PrecisionSection> type_of_weights() {
    return field<&PrecisionSection::weights>(
        {.key = "weights",
         .label = "Weights",
         .help = "The type that the model's trained matrices are kept and updated in.",
         .effect = "16 bits: half the memory of trained weights and gradients, less exact updates.",
         .details =
             "16 bits halve the memory of weights and gradients. bf16 has the range of fp32 and 2 digits, "
             "fp16 has 3 digits but nothing above 65504. Small updates round to nothing in either: round "
             "stochastically, or keep fp32 here and compute in 16 bits (mixed precision), the safe choice. "
             "Frozen matrices take the narrower of this and the arithmetic's type. Adapters, norms, biases "
             "and optimizer states are always fp32.",
         .choices = kNumberTypes,
         .level = ParamLevel::Advanced});
}

Field<PrecisionSection> type_of_arithmetic() {
    return field<&PrecisionSection::compute>(
        {.key = "compute",
         .label = "Arithmetic",
         .help = "The type of what is multiplied, and of what blocks keep for the backward pass.",
         .effect = "16 bits: half the memory of activations; faster only where the machine is made for it.",
         .details =
             "16 bits halve the memory of activations and of frozen weights, and a machine made for them is "
             "twice as fast or more. Processors without bf16 instructions (AVX-512, AMX) are slower with it "
             "than with fp32: measure first. bf16 has the range of fp32 and 2 digits; fp16 has 3 digits but "
             "loses numbers below 6e-8 and above 65504, therefore the loss scale. Norms, softmax and loss "
             "stay in fp32.",
         .choices = kNumberTypes,
         .level = ParamLevel::Advanced});
}

Field<PrecisionSection> type_of_gradients() {
    return field<&PrecisionSection::gradients>(
        {.key = "gradients",
         .label = "Gradients",
         .help = "The type that gradients are kept and added up in.",
         .effect = "bf16: half the memory of gradients, fewer digits; adapters gain next to nothing.",
         .details =
             "Only trained parameters have gradients, so that an adapter's cost next to nothing. bf16 halves "
             "their memory and drops digits of small ones; fp32 costs 4 bytes a parameter and keeps the sum "
             "of many batches exact where the weights are in 16 bits.",
         .choices = kGradientTypes,
         .level = ParamLevel::Expert});
}

Field<PrecisionSection> rounding() {
    return field<&PrecisionSection::stochastic_rounding>(
        {.key = "stochastic_rounding",
         .label = "Stochastic rounding",
         .help = "Rounds updated 16-bit weights up or down at random, the nearer one more often.",
         .effect = "On: small updates of 16-bit weights count; no memory, little time.",
         .details =
             "An update smaller than half the last digit of a weight vanishes when it is rounded to nearest; "
             "at random it has its effect on average. Makes training of 16-bit weights much better at small "
             "learning rates, costs no memory and little time, and repeats with the seed.",
         .level = ParamLevel::Advanced,
         .enabled_when = unless("weights", "fp32")});
}

Field<PrecisionSection> scale_of_loss() {
    return field<&PrecisionSection::loss_scale>(
        {.key = "loss_scale",
         .label = "Loss scale",
         .help = "Multiplies the loss so that small gradients fit into 16 bits; 0: as the arithmetic needs.",
         .effect = "Higher: small gradients survive, large ones overflow; neither memory nor time.",
         .details =
             "Gradients are divided by it before they are used. 0 adapts it to the gradients with fp16, and "
             "sets none with bf16, which has the range. When a gradient overflows, an adapting scale leaves "
             "that step out and is halved; a fixed one, such as 1024, stays. 1 sets none. No effect on "
             "memory or time.",
         .min = 0.0,
         .max = 16777216.0,
         .decimals = 1,
         .level = ParamLevel::Expert,
         .enabled_when = unless("compute", "fp32")});
}

Field<PrecisionSection> type_of_codes() {
    return field<&PrecisionSection::quantization>(
        {.key = "quantization.type",
         .label = "Quantized base",
         .help = "Keeps the frozen weights of the blocks in 4 or 8 bits; adapters stay exact.",
         .effect = "4-bit: an eighth of the frozen weights' fp32 memory; slower steps, a little less exact.",
         .details = "With NF4 the weights take an eighth of the memory of fp32 and the model loses a "
                    "little quality, most of which training wins back: LoRA on it is QLoRA. int8 loses "
                    "next to nothing and takes a quarter. Each product unpacks its weight first, so that "
                    "steps take somewhat longer. Not for full fine-tuning, which changes these weights.",
         .choices = kQuantizations,
         .level = ParamLevel::Advanced,
         .aliases = kQuantizationShort});
}

Field<PrecisionSection> size_of_blocks() {
    return field<&PrecisionSection::quantization_block_size>(
        {.key = "quantization.block_size",
         .label = "Block size",
         .help = "Weights that share one scale: a power of two from 64 to 4096.",
         .effect = "Larger: saves at most half a bit a weight, and is less exact.",
         .details = "Larger blocks save a little memory (from 0.5 bit a weight at 64 to 0.01 at 4096, and "
                    "a quarter of that with quantized scales) and are less exact, because one large "
                    "weight coarsens its whole block. 64 is what QLoRA uses.",
         .unit = "weights",
         .min = 64,
         .max = 4096,
         .level = ParamLevel::Expert,
         .enabled_when = unless("quantization.type", "none")});
}

Field<PrecisionSection> codes_of_scales() {
    return field<&PrecisionSection::double_quantization>(
        {.key = "quantization.double",
         .label = "Quantized scales",
         .help = "Keeps the blocks' scales in 8 bits too (double quantization).",
         .effect = "On: saves over a third of a bit a weight, for a loss that is hard to measure.",
         .details = "Saves 0.37 bit a weight at blocks of 64, about 0.3 GiB for a model of 7 billion, for "
                    "a loss of quality that is hard to measure.",
         .level = ParamLevel::Expert,
         .enabled_when = unless("quantization.type", "none")});
}

}  // namespace

const std::vector<Field<PrecisionSection>>& precision_fields() {
    static const std::vector<Field<PrecisionSection>> fields = {
        type_of_weights(), type_of_arithmetic(), type_of_gradients(), rounding(),
        scale_of_loss(),   type_of_codes(),      size_of_blocks(),    codes_of_scales(),
    };
    return fields;
}

}  // namespace tunebench
