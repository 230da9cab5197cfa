#include "core/run/section_fields.h"

namespace tunebench {

const std::vector<Field<EvaluationSection>>& evaluation_fields() {
    static const std::vector<Field<EvaluationSection>> fields = {
        field<&EvaluationSection::every>(
            {.key = "every",
             .label = "Evaluate every",
             .help = "Steps between two measurements on the validation data; 0 measures only at the start "
                     "and the end.",
             .effect = "Smaller: a finer curve for more time; memory stays.",
             .details =
                 "Often shows the turning point exactly, and costs time: each one reads all validation "
                 "examples.",
             .unit = "steps",
             .min = 0,
             .max = 1e12}),
        field<&EvaluationSection::batch_size>(
            {.key = "batch_size",
             .label = "Batch size",
             .help = "Sequences that are evaluated at once.",
             .effect = "Higher: faster evaluations, more memory while they last.",
             .details =
                 "Evaluation keeps no activations for a backward pass, so that it needs less memory than "
                 "training with the same size.",
             .unit = "sequences",
             .min = 1,
             .max = 65536,
             .level = ParamLevel::Advanced}),
        field<&EvaluationSection::general_file>(
            {.key = "general_file",
             .label = "General text",
             .help = "Text of another kind: how much worse the model gets on it is what it forgets.",
             .effect = "With it: one evaluation more before the first step and one of the result; memory "
                       "stays.",
             .details = "A file that is not trained on; some hundred rows are enough. A run's details show "
                        "the loss on it before and after. For models that write text. Empty: not measured.",
             .display = ParamDisplay::DataPath,
             .level = ParamLevel::Advanced}),
        field<&EvaluationSection::samples>(
            {.key = "samples",
             .label = "Sample prompts",
             .help =
                 "Prompts that the model answers at each evaluation, so that you can read what it learned.",
             .effect = "More: more to read, and more time at each evaluation.",
             .details = "One a line; two or three are enough. Each costs the time of generating an answer.",
             .display = ParamDisplay::MultiLine}),
        field<&EvaluationSection::sample_tokens>(
            {.key = "sample_tokens",
             .label = "Sample length",
             .help = "At most this many tokens an answer.",
             .effect = "Higher: longer answers; time in proportion.",
             .details = "Time for samples grows in proportion, and each token of an answer takes a pass "
                        "through the model. Long enough to see how an answer ends is enough: 64 to 256.",
             .unit = "tokens",
             .min = 1,
             .max = 65536,
             .level = ParamLevel::Advanced}),
        field<&EvaluationSection::patience>(
            {.key = "early_stopping.patience",
             .label = "Early stopping",
             .help = "Ends the run when this many evaluations in a row brought no improvement; 0 never does.",
             .effect = "Higher: waits longer and costs that time; too low stops at the first bump.",
             .details =
                 "Saves time once the model only memorises. Too little patience stops at the first bump.",
             .unit = "evaluations",
             .min = 0,
             .max = 1e6,
             .level = ParamLevel::Advanced}),
        field<&EvaluationSection::min_delta>(
            {.key = "early_stopping.min_delta",
             .label = "Least improvement",
             .help = "The validation loss must fall by more than this to count as an improvement.",
             .effect = "Higher: stops earlier; saves time, may miss slow gains.",
             .details = "0 counts every improvement, however small. Larger values stop earlier: they save "
                        "time, and may end a run that still learns slowly.",
             .min = 0,
             .max = 1e6,
             .decimals = 5,
             .level = ParamLevel::Expert}),
    };
    return fields;
}

const std::vector<Field<CheckpointSection>>& checkpoint_fields() {
    static const std::vector<Field<CheckpointSection>> fields = {
        field<&CheckpointSection::every>(
            {.key = "every",
             .label = "Save every",
             .help = "Steps between two checkpoints; 0 saves only at the end.",
             .effect = "Smaller: less work lost in a power cut, more time spent on saving.",
             .details =
                 "After a power cut a run goes on from its last checkpoint: work since then is lost. Saving "
                 "a large model takes seconds.",
             .unit = "steps",
             .min = 0,
             .max = 1e12}),
        field<&CheckpointSection::keep_last>(
            {.key = "keep_last",
             .label = "Keep last",
             .help = "How many of the newest checkpoints stay on the disk.",
             .effect = "More: disk space in proportion; memory and time stay.",
             .details =
                 "Disk space grows in proportion. Two survive a checkpoint that turns out to be damaged.",
             .unit = "checkpoints",
             .min = 1,
             .max = 1e6,
             .level = ParamLevel::Advanced}),
        field<&CheckpointSection::keep_best>(
            {.key = "keep_best",
             .label = "Keep the best",
             .help = "Also keeps the checkpoint with the lowest validation loss; the result is made from it.",
             .effect = "On: the result is the best state, for the disk space of one more checkpoint.",
             .details = "Costs the disk space of one more checkpoint. Off, the result is the last state, "
                        "which may have memorised more than the best one. Needs validation data.",
             .level = ParamLevel::Advanced}),
    };
    return fields;
}

}  // namespace tunebench
