#include "core/run/section_fields.h"

namespace tunebench {
namespace {

constexpr Choice kTasks[] = {{"causal", "Text generation"}, {"classification", "Classification"}};
constexpr Choice kInitialize[] = {{"pretrained", "Pretrained weights"}, {"random", "Random weights"}};
constexpr Choice kLayouts[] = {
    {"auto", "Recognise"},
#define add(Name, function, id, label) {id, label},
#include "core/run/data_layouts.def"
#undef add
};
constexpr Choice kLossOn[] = {{"completion", "Answers only"}, {"all", "Every token"}};

}  // namespace

const std::vector<Field<ModelSection>>& model_fields() {
    static const std::vector<Field<ModelSection>> fields = {
        field<&ModelSection::path>(
            {.key = "path",
             .label = "Model folder",
             .help = "Folder with config.json, *.safetensors and tokenizer.json, or a name of the hub.",
             .effect = "Larger: knows more; memory and time grow in proportion to its parameters.",
             .details =
                 "Any Hugging Face folder of a supported family, or \"org/name\" or \"org/name@revision\" "
                 "for "
                 "what was downloaded from the hub. It is only read. A larger model knows more and needs "
                 "memory and time in proportion to its parameters.",
             .display = ParamDisplay::Folder,
             .required = true}),
        field<&ModelSection::task>(
            {.key = "task",
             .label = "Task",
             .help = "Whether the model learns to write, or to tell classes of texts apart.",
             .effect = "Classification needs labelled data; its small head saves memory and time.",
             .details =
                 "Text generation predicts the next token. Classification replaces the last layer by one row "
                 "a label, read at the end of the text: it needs examples with a label, less memory than a "
                 "large vocabulary, and answers with a label and its probability.",
             .choices = kTasks,
             .level = ParamLevel::Advanced}),
        field<&ModelSection::initialize>(
            {.key = "initialize",
             .label = "Start from",
             .help = "The stored weights, or random ones for pretraining from nothing.",
             .effect = "Random: far more data and time for the same quality; the same memory.",
             .details =
                 "Random weights need only config.json and tokenizer.json, and far more data and steps "
                 "before the output makes sense. Train them with full fine-tuning.",
             .choices = kInitialize,
             .level = ParamLevel::Advanced}),
        field<&ModelSection::adapter>(
            {.key = "adapter",
             .label = "Continue from adapter",
             .help = "Folder of an adapter whose training goes on, of the method that is chosen below.",
             .effect = "Starts from what was learned; the same memory and time.",
             .details =
                 "The run starts with what that adapter has learned, and takes over its settings (rank, "
                 "targets and so on), because its weights fit no others. The folder is only read. Takes "
                 "neither more memory nor more time than starting anew.",
             .display = ParamDisplay::Folder,
             .level = ParamLevel::Advanced}),
        field<&ModelSection::added_tokens>(
            {.key = "added_tokens",
             .label = "New tokens",
             .help = "Special tokens that the tokenizer does not have yet, such as <|tool|>.",
             .effect = "More: each takes the place of several tokens of a text; a row more of the embedding.",
             .details =
                 "Each is one token wherever it stands in a text. The embedding and the output head grow by "
                 "a row each, which start at the mean of the others and must train: full fine-tuning does, "
                 "and LoRA and DoRA train both as a whole then, which takes memory for their gradients and "
                 "optimizer states and makes the adapter's file as large as they are. The tokenizer is saved "
                 "beside the result.",
             .display = ParamDisplay::MultiLine,
             .level = ParamLevel::Expert}),
    };
    return fields;
}

const std::vector<Field<DataSection>>& data_fields() {
    static const std::vector<Field<DataSection>> fields = {
        field<&DataSection::train>(
            {.key = "train",
             .label = "Training files",
             .help = "Files to learn from: JSON Lines, JSON, CSV, TSV, Parquet, text, Markdown, or a folder.",
             .effect = "More good examples: better, and longer epochs; memory hardly changes.",
             .details =
                 "Several are shuffled together; .gz and .zst are read as they are. Behind a path, weight=2 "
                 "reads its rows twice an epoch, weight=0.5 half of them, and slice=[:1000] or "
                 "slice=[10%:20%] only that part. A data set that was downloaded from the hub is "
                 "\"org/name\", a file in it \"org/name@main/train.jsonl\". More examples take longer an "
                 "epoch and cost a little "
                 "memory; bad ones cost quality, so look at the preview.",
             .required = true}),
        field<&DataSection::validation>(
            {.key = "validation",
             .label = "Validation file",
             .help = "Examples that are never trained on: they show when learning turns into memorising.",
             .effect = "More: a steadier curve, longer evaluations; training stays the same.",
             .details =
                 "A few hundred examples are enough for a steady curve; every evaluation reads all of them, "
                 "so a large file costs time.",
             .display = ParamDisplay::DataPath}),
        field<&DataSection::validation_share>(
            {.key = "validation_share",
             .label = "Validation share",
             .help = "Part of the training examples set aside when there is no validation file.",
             .effect = "Higher: a steadier curve, fewer examples to learn from.",
             .details =
                 "0.05 sets every twentieth example aside, chosen by the seed. What is set aside is not "
                 "learned from.",
             .unit = "of rows",
             .min = 0,
             .max = 0.5,
             .decimals = 3}),
        field<&DataSection::layout>(
            {.key = "layout",
             .label = "Layout",
             .help = "How a row is read: text, prompt and completion, instruction, chat, or text and label.",
             .effect = "Only how rows are read; a wrong one spoils what is learned.",
             .details =
                 "Recognised from the first rows unless you choose. Instruction and output become a chat "
                 "where the model brings a chat template or one is chosen, else Alpaca's own prompt. The "
                 "preview shows what comes out.",
             .choices = kLayouts,
             .level = ParamLevel::Advanced}),
        field<&DataSection::columns>(
            {.key = "columns",
             .label = "Columns",
             .help = "Which column plays which part, where the names differ from the usual ones.",
             .effect = "Decides what is question and what answer; costs nothing.",
             .details =
                 "For example prompt: question, completion: answer. Parts: text, prompt, completion, "
                 "messages, conversations, tools, instruction, input, output, system, text_pair, label.",
             .display = ParamDisplay::Columns,
             .level = ParamLevel::Advanced}),
        field<&DataSection::deduplicate>(
            {.key = "deduplicate",
             .label = "Leave out duplicates",
             .help = "Of rows that say exactly the same only the first is learned from.",
             .effect = "On: less memorising, shorter epochs; 32 bytes of memory a row while reading.",
             .details =
                 "Rows count as the same when their texts and labels are, whatever else they hold. Their "
                 "number is reported. Repeated rows are memorised sooner; leaving them out makes epochs "
                 "shorter and costs 32 bytes of memory a row while reading.",
             .level = ParamLevel::Advanced}),
        field<&DataSection::chat_template>(
            {.key = "template",
             .label = "Chat template",
             .help = "How chat messages become one text.",
             .effect = "The model's own is best, another costs quality; memory and time stay.",
             .details =
                 "auto takes what the model folder prescribes, chatml where it prescribes nothing. Or one of "
                 "alpaca, chatml, gemma, llama-2, llama-3, mistral, phi-3, vicuna, zephyr, the path of a "
                 ".jinja file, or a template in Jinja itself. A template the model was not trained with "
                 "costs "
                 "quality.",
             .level = ParamLevel::Advanced}),
        field<&DataSection::template_date>(
            {.key = "template_date",
             .label = "Date in the template",
             .help = "The date that chat templates write where they ask for today's.",
             .effect = "Fixed: the same text on every day; costs nothing.",
             .details =
                 "Fixed, so that a run that is resumed or repeated on another day reads the same text. Only "
                 "templates that tell the model the date use it. Year, month and day: 2025-01-31.",
             .level = ParamLevel::Advanced}),
        field<&DataSection::loss_on>(
            {.key = "loss_on",
             .label = "Learn from",
             .help = "Which tokens count in the loss: the answers only, or every token.",
             .effect = "Answers only: better answers, and a cheaper last layer.",
             .details =
                 "Answers only keeps the model from learning to write the questions. Plain text counts "
                 "every token either way. Fewer counted tokens make the last layer cheaper.",
             .choices = kLossOn}),
        field<&DataSection::max_length>(
            {.key = "max_length",
             .label = "Maximum length",
             .help = "Longer examples are cut; the number of cut ones is reported.",
             .effect =
                 "Higher: fewer cuts; activation memory in proportion, attention's time with its square.",
             .details =
                 "Memory for activations grows in proportion, attention's time with the square. Too short "
                 "a limit cuts the ends off the answers.",
             .unit = "tokens",
             .min = 2,
             .max = 1048576}),
        field<&DataSection::packing>(
            {.key = "packing",
             .label = "Packing",
             .help = "Fills each row with several short examples, which do not see each other.",
             .effect = "On: faster epochs of fewer, fuller steps; memory of full rows.",
             .details =
                 "Saves the time that padding would waste; one step then holds more examples, so an epoch "
                 "has fewer steps.",
             .level = ParamLevel::Advanced}),
    };
    return fields;
}

}  // namespace tunebench
