#include "core/run/section_fields.h"

namespace tunebench {
namespace {

constexpr Choice kOnNonfinite[] = {
    {"stop", "Stop the run"}, {"skip", "Skip the batch"}, {"roll_back", "Roll back, halve the rate"}};
constexpr Choice kDevices[] = {{"auto", "Best available"}, {"cpu", "Processor"}, {"cuda", "CUDA device"}};

}  // namespace

const std::vector<Field<GeneralSection>>& general_fields() {
    static const std::vector<Field<GeneralSection>> fields = {
        field<&GeneralSection::name>(
            {.key = "name",
             .label = "Name",
             .help = "What the run is called in the history and in its folder's name.",
             .effect = "No effect on the training.",
             .details = "Free text. Runs are told apart by their id, so several may have the same name."}),
        field<&GeneralSection::seed>(
            {.key = "seed",
             .label = "Seed",
             .help = "Start of every random stream: initial weights, order of the data, dropout.",
             .effect = "Another seed, another random course; memory and time stay.",
             .details =
                 "The same seed on the same machine gives the same weights, bit for bit. Repeat a run with "
                 "three or more seeds before you trust a small difference between two settings.",
             .min = 0,
             .max = 9007199254740991.0}),
        field<&GeneralSection::on_nonfinite>(
            {.key = "on_nonfinite",
             .label = "When the loss is not finite",
             .help = "What happens when loss or gradients become NaN or infinite.",
             .effect = "Skipping and rolling back save a long run; stopping shows the fault at once.",
             .details =
                 "It is found before the step changes any weight. Skipping leaves the batch out: right where "
                 "single examples are broken. Rolling back also returns to the last checkpoint and goes on "
                 "with half the learning rate, on the data that follow: right where training diverges. Ten "
                 "such steps in a row stop the run in any case.",
             .choices = kOnNonfinite,
             .level = ParamLevel::Expert}),
        field<&GeneralSection::deterministic>(
            {.key = "deterministic",
             .label = "Deterministic",
             .help = "Sums in a fixed order: the same run gives the same bits again.",
             .effect = "On: the same bits again, for a little time.",
             .details =
                 "On the processor every run is, at no cost. An accelerator has quicker kernels that sum "
                 "in any order: switch it off to let it choose those, where repeating a run exactly does "
                 "not matter.",
             .level = ParamLevel::Advanced}),
        field<&GeneralSection::threads>(
            {.key = "threads",
             .label = "Threads",
             .help = "Processor threads for the arithmetic; 0 takes one a core.",
             .effect = "More, up to the cores: faster. Beyond them: slower.",
             .details =
                 "More threads than cores make training slower. Fewer leave the machine usable for other "
                 "work. The last bits of the result may change with the number.",
             .min = 0,
             .max = 1024,
             .level = ParamLevel::Advanced}),
        field<&GeneralSection::memory_limit_gib>(
            {.key = "memory_limit_gib",
             .label = "Memory limit",
             .help = "The most that tensors may take; 0 stands for what is free when they are made.",
             .effect = "Lower: other programs keep theirs, and a large run pauses earlier.",
             .details =
                 "A run that needs more pauses and says what would make it fit, instead of taking the memory "
                 "of other programs. Some of what is free is always left to them.",
             .unit = "GiB",
             .min = 0,
             .max = 1048576,
             .level = ParamLevel::Advanced}),
        field<&GeneralSection::device>(
            {.key = "device",
             .label = "Device",
             .help = "Where the model is trained.",
             .effect = "An accelerator is many times faster; its own memory is the limit then.",
             .details =
                 "Best available takes a supported accelerator when the engine has one, else the processor.",
             .choices = kDevices,
             .level = ParamLevel::Advanced}),
    };
    return fields;
}

}  // namespace tunebench
