// LoRA's parameters as the form shows them.
#include "core/methods/lora/lora.h"

namespace tunebench::lora {
namespace {

constexpr Choice kBiasChoices[] = {
    {"none", "None"}, {"all", "All of the model"}, {"lora_only", "Of the adapted projections"}};
constexpr Choice kInitializationChoices[] = {
    {"default", "Default"}, {"gaussian", "Gaussian"}, {"pissa", "PiSSA"}, {"olora", "OLoRA"}};

}  // namespace

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> all = {
        field<&Config::rank>(
            {.key = "rank",
             .label = "Rank",
             .help = "Width of the low-rank update: higher learns more and costs more memory.",
             .effect = "Higher: learns more; memory of adapter, gradients and states in proportion.",
             .details = "Trainable parameters, gradients and optimizer states grow in proportion. 8 to "
                        "32 is enough for most tasks; far-away tasks want 64 and more. Time changes "
                        "little until the rank comes near the hidden size.",
             .min = 1,
             .max = 4096}),
        field<&Config::alpha>(
            {.key = "alpha",
             .label = "Alpha",
             .help = "Scale of the update: it is multiplied by alpha / rank.",
             .effect = "Higher: larger steps of the adapter, like a higher learning rate; costs nothing.",
             .details =
                 "Acts like a factor on the learning rate of the adapter. Once and twice the rank "
                 "are the usual values; keep it when you change the rank and the update keeps its size.",
             .min = 0,
             .min_exclusive = true,
             .decimals = 2}),
        field<&Config::dropout>(
            {.key = "dropout",
             .label = "Dropout",
             .help = "Share of the adapter's input that is dropped at random while training.",
             .effect = "Higher: less memorising, slower learning; more activation memory on the CPU.",
             .details = "Helps against memorising small data sets (0.05 to 0.1). Costs a little time "
                        "and, on the CPU, activation memory.",
             .min = 0,
             .max = 0.95,
             .decimals = 2}),
        field<&Config::targets>(
            {.key = "targets",
             .label = "Targets",
             .help =
                 "Which linear maps get an adapter: all-linear, attention, names, or a regular expression.",
             .effect = "More: learns more; parameters, memory and time grow with every map.",
             .details = "all-linear adapts every linear map of every block and learns most. attention adapts "
                        "queries and values only: about a quarter of the parameters. A list names modules "
                        "(q_proj, v_proj); anything else is a regular expression over full paths."}),
        field<&Config::rank_stabilized>(
            {.key = "rank_stabilized",
             .label = "Rank-stabilised",
             .help = "Divide alpha by √rank instead of rank (rsLoRA).",
             .effect = "On: large ranks pay off; costs nothing.",
             .details = "Keeps the update's size steady when the rank grows, so that ranks of 64 and "
                        "more pay off. At small ranks it amounts to a higher learning rate.",
             .level = ParamLevel::Advanced}),
        field<&Config::bias>(
            {.key = "bias",
             .label = "Biases",
             .help = "Which biases of the base model train too.",
             .effect = "More: a little more freedom for next to no memory; the base changes with it.",
             .details = "With trained biases, switching the adapter off no longer gives the base model back.",
             .choices = kBiasChoices,
             .level = ParamLevel::Expert}),
        field<&Config::rank_pattern>(
            {.key = "rank_pattern",
             .label = "Rank by module",
             .help = "Another rank for modules whose path ends in a name or matches a pattern.",
             .effect = "Higher where it matters: more quality for the memory of those modules only.",
             .details = "The first matching entry counts. Example: v_proj: 4. Parameters, gradients and "
                        "optimizer states of these modules grow in proportion to their rank.",
             .level = ParamLevel::Expert}),
        field<&Config::alpha_pattern>(
            {.key = "alpha_pattern",
             .label = "Alpha by module",
             .help = "Another alpha for modules whose path ends in a name or matches a pattern.",
             .effect = "Higher: larger steps of those modules; costs nothing.",
             .details = "The first matching entry counts. Example: v_proj: 8. Acts like a learning rate of "
                        "these modules; it is divided by their own rank.",
             .level = ParamLevel::Expert}),
        field<&Config::modules_to_save>(
            {.key = "modules_to_save",
             .label = "Modules trained whole",
             .help = "Modules that train fully beside the adapter and are saved with it.",
             .effect = "Each: learns freely; memory and file grow by whole matrices with their states.",
             .details = "For new tokens: embed_tokens and lm_head. The file grows by the whole "
                        "matrices, and so do gradients and optimizer states.",
             .level = ParamLevel::Expert}),
        field<&Config::layers>(
            {.key = "layers",
             .label = "Layers",
             .help = "Which blocks get an adapter: all, or numbers and ranges from 0 on, as in 0-3, 8.",
             .effect = "Fewer: less memory and time, and it learns less.",
             .details = "Fewer blocks mean fewer parameters; what lies below the lowest of them needs no "
                        "backward pass, which saves time and activation memory. The upper blocks matter "
                        "most for style and format, the middle ones for facts.",
             .level = ParamLevel::Advanced}),
        field<&Config::exclude>(
            {.key = "exclude",
             .label = "Excluded modules",
             .help = "Modules that get no adapter although the targets name them; empty: none.",
             .effect = "More: fewer parameters and less memory, and it learns less.",
             .details = "A list of names, or a regular expression over full paths. Every module left out "
                        "saves its share of parameters, gradients and optimizer states.",
             .level = ParamLevel::Expert}),
        field<&Config::initialization>(
            {.key = "initialization",
             .label = "Start of A and B",
             .help = "Where the adapter starts: at zero, or from the main directions of the weights.",
             .effect = "PiSSA, OLoRA: often faster at first; a longer start, files of twice the rank.",
             .details =
                 "default and gaussian start with B = 0. PiSSA and OLoRA cut the start out of the weight, "
                 "which is kept without it: they often learn faster in the first steps. Exports are plain "
                 "LoRA of twice the rank then, so that they fit the original model.",
             .choices = kInitializationChoices,
             .level = ParamLevel::Advanced}),
        field<&Config::learning_rate_ratio>(
            {.key = "learning_rate_ratio",
             .label = "Learning rate of B over A",
             .help = "How many times faster B learns than A (LoRA+); 1 treats them alike.",
             .effect = "Higher: fewer steps to the same loss, less steady; costs nothing.",
             .details = "B starts at zero and profits from larger steps: 2 to 16 can save steps at the same "
                        "cost. Lower the learning rate when training becomes unsteady.",
             .min = 0,
             .max = 1000,
             .min_exclusive = true,
             .decimals = 1,
             .level = ParamLevel::Expert}),
    };
    return all;
}

}  // namespace tunebench::lora
