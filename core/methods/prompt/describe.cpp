#include "core/methods/method.h"
#include "core/methods/prompt/prompt.h"
#include "core/methods/prompt_learning.h"

namespace tunebench::prompt {
namespace {

constexpr Choice kInitializations[] = {
    {"random", "Random"}, {"sampled-vocabulary", "Sampled from the vocabulary"}, {"text", "A text"}};

Result<MethodPlan> plan(const ModelConfig& model, const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    TRY_VOID(check_virtual_tokens(model, config.num_virtual_tokens));
    if (config.initialization == Initialization::Text && config.initialization_text.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "initialization_text is empty, but the start values shall come from a text",
                     .hint = "Write what the model shall do, or choose sampled-vocabulary.",
                     .field = "initialization_text"};
    return MethodPlan{
        .tensors = {{.name = kPromptEmbeddings, .shape = {config.num_virtual_tokens, model.hidden_size}}},
        .virtual_tokens = config.num_virtual_tokens};
}

}  // namespace

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> all = {
        field<&Config::num_virtual_tokens>(
            {.key = "num_virtual_tokens",
             .label = "Virtual tokens",
             .help = "How many trained embeddings the model reads before the text.",
             .effect = "More: learns more; each costs time and memory like a token of text.",
             .details =
                 "Each costs one hidden vector of parameters, and time and memory like a token of text. "
                 "20 to 100 are usual. Where positions are learned (GPT-2) they are taken from those "
                 "of the text.",
             .unit = "tokens",
             .min = 1,
             .max = 4096}),
        field<&Config::initialization>(
            {.key = "initialization",
             .label = "Start values",
             .help = "Embeddings of tokens drawn from the vocabulary, of a text, or random numbers.",
             .effect = "Real tokens or a text: learns sooner; costs nothing.",
             .details =
                 "Embeddings of real tokens start where the model understands them and learn best; a "
                 "text that says what to do learns fastest. Random values (normal, 1 wide, as in PEFT) "
                 "are far larger than real embeddings and need a very high learning rate.",
             .choices = kInitializations}),
        field<&Config::initialization_text>(
            {.key = "initialization_text",
             .label = "Start text",
             .help = "The text whose token embeddings are the start values.",
             .effect = "A fitting text: learns soonest; costs nothing.",
             .details =
                 "For example \"Classify whether the review is good or bad:\". It is repeated, or cut, "
                 "until it has as many tokens as there are virtual ones.",
             .display = ParamDisplay::MultiLine,
             .enabled_when = {"initialization", "text"}}),
    };
    return all;
}

const Method& method() {
    static const Method described{
        .id = "prompt",
        .title = "Prompt tuning",
        .summary =
            "Trained token embeddings before the text: the fewest parameters of all. Wants high "
            "learning rates and large models.",
        .paper = "arXiv:2104.08691",
        .reported_share = "below 0.01 % from a billion parameters on",
        .reported_result = "as good as full fine-tuning from ten billion parameters on",
        .specs = specs_of(fields()),
        .adapter_formats = {{.format = "peft", .write = to_peft, .recognises = is_peft, .read = from_peft}},
        .rate_factor = 50.0,
        .plan = plan,
    };
    return described;
}

}  // namespace tunebench::prompt
