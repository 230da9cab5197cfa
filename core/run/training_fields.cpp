#include "core/run/section_fields.h"

namespace tunebench {
namespace {

constexpr Choice kCheckpointing[] = {{"off", "Off"}, {"every-block", "Every block"}};

Field<BudgetSection> limit_of_steps() {
    return field<&BudgetSection::steps>(
        {.key = "steps",
         .label = "Steps",
         .help = "Ends the run after this many optimizer steps; 0 sets no limit.",
         .effect = "More: time in proportion; better, until it memorises. Memory stays.",
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
         .effect = "More: time in proportion; better, until it memorises. Memory stays.",
         .details = "A budget that compares runs of different batch sizes fairly: each model has read as "
                    "much. Time grows in proportion, memory does not.",
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
         .effect = "More: more steps, so better until it memorises. Memory stays.",
         .details =
             "Pauses do not count. With a time limit the number of steps, and so the result, depends on the "
             "machine.",
         .unit = "min",
         .min = 0,
         .max = 1e6,
         .decimals = 1,
         .level = ParamLevel::Advanced});
}

Field<BudgetSection> checkpointed_blocks() {
    return field<&BudgetSection::checkpointed_blocks>(
        {.key = "checkpointed_blocks",
         .label = "Keep every",
         .help = "How many blocks are computed again together.",
         .effect = "2 or 3 need least memory in deep models, more need more; time stays.",
         .details =
             "Kept are the inputs of every so many blocks, and the activations of so many while backward is "
             "in them. A block keeps ten to twenty times its input: 2 or 3 need least in deep models, more "
             "need more; the estimate tells. Neither result nor time change.",
         .unit = "blocks",
         .min = 1,
         .max = 1024,
         .level = ParamLevel::Expert,
         .enabled_when = {.key = "gradient_checkpointing", .equals = "every-block"}});
}

Field<BudgetSection> update_in_backward() {
    return field<&BudgetSection::update_in_backward>(
        {.key = "update_in_backward",
         .label = "Update in the backward pass",
         .help = "Changes each weight as soon as its gradient is known, instead of all at the end.",
         .effect = "On: gradients take next to no memory in full fine-tuning; same time and result.",
         .details =
             "Only one tensor's gradient exists at a time: full fine-tuning saves nearly as much memory as "
             "its weights take. What a method adds is updated at the end as ever, so that adapters save "
             "nothing. The result is that of plain steps. Needs an accumulation of 1, no gradient clipping "
             "and no loss scale that adapts itself.",
         .level = ParamLevel::Expert});
}

}  // namespace

const std::vector<Field<BudgetSection>>& budget_fields() {
    static const std::vector<Field<BudgetSection>> fields = {
        field<&BudgetSection::epochs>(
            {.key = "epochs",
             .label = "Epochs",
             .help = "How often the run reads all training examples; 0 sets no limit.",
             .effect = "More: time in proportion; better, until it memorises. Memory stays.",
             .details =
                 "Time grows in proportion. Small data sets are memorised after a few epochs: watch the "
                 "validation loss.",
             .unit = "passes",
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
             .effect = "Higher: activation memory in proportion, steadier gradients, fewer steps an epoch.",
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
             .effect = "On: less padding, so less time; the order is a little less random.",
             .details =
                 "Evens out the memory that batches need when packing is off. The order of the data is a "
                 "little less random.",
             .level = ParamLevel::Advanced}),
        field<&BudgetSection::accumulation>(
            {.key = "accumulation",
             .label = "Accumulation",
             .help = "Batches whose gradients add up to one optimizer step.",
             .effect = "Higher: a larger batch at the same memory; a step takes longer in proportion.",
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
             .effect = "Lower: steadier; far below the usual norm, slower to learn. Costs next to nothing.",
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
             .effect = "On: saves most of the activations' memory for about a third more time; same result.",
             .details =
                 "Saves most of the activations' memory and costs about a third more time. The result is "
                 "the same.",
             .choices = kCheckpointing}),
        checkpointed_blocks(),
        update_in_backward(),
    };
    return fields;
}

}  // namespace tunebench
