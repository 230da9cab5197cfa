#include "core/methods/method.h"
#include "core/methods/prefix/prefix.h"
#include "core/methods/prompt_learning.h"

namespace tunebench::prefix {
namespace {

constexpr Choice kInitializations[] = {{"random", "Random"}, {"zero", "Zero"}};

std::vector<TrainableTensor> projected_tensors(const ModelConfig& model, const Config& config) {
    const auto width = token_dim(model), inner = projection_width(model, config), out = row_width(model);
    return {{.name = "prompt_encoder.embedding.weight", .shape = {config.num_virtual_tokens, width}},
            {.name = "prompt_encoder.transform.0.weight", .shape = {inner, width}},
            {.name = "prompt_encoder.transform.0.bias", .shape = {inner}, .is_matrix = false},
            {.name = "prompt_encoder.transform.2.weight", .shape = {out, inner}},
            {.name = "prompt_encoder.transform.2.bias", .shape = {out}, .is_matrix = false}};
}

Result<MethodPlan> plan(const ModelConfig& model, const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    TRY_VOID(check_virtual_tokens(model, config.num_virtual_tokens));
    MethodPlan plan{.prefix_length = config.num_virtual_tokens};
    if (config.prefix_projection)
        plan.tensors = projected_tensors(model, config);
    else
        plan.tensors = {{.name = kPromptEmbeddings, .shape = {config.num_virtual_tokens, row_width(model)}}};
    return plan;
}

}  // namespace

std::int64_t token_dim(const ModelConfig& model) {
    return model.head_dim * model.num_key_value_heads;
}

std::int64_t row_width(const ModelConfig& model) {
    return 2 * model.num_hidden_layers * token_dim(model);
}

std::int64_t projection_width(const ModelConfig& model, const Config& config) {
    return config.encoder_hidden_size > 0 ? config.encoder_hidden_size : token_dim(model);
}

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> all = {
        field<&Config::num_virtual_tokens>(
            {.key = "num_virtual_tokens",
             .label = "Virtual tokens",
             .help = "How many trained keys and values every layer sees before the text.",
             .details =
                 "Parameters grow in proportion, and every token attends to so many keys more. 5 to 20 "
                 "are enough for short tasks, 100 and more help with summaries. Where positions are "
                 "learned (GPT-2) they are taken from those of the text.",
             .min = 1,
             .max = 4096}),
        field<&Config::initialization>(
            {.key = "initialization",
             .label = "Start values",
             .help = "Random keys and values as PEFT draws them (normal, 1 wide), or zeros.",
             .details = "Zeros disturb the model least: they only take some of the attention away. Random "
                        "values tell the virtual tokens apart at once, but the first answers are far off.",
             .choices = kInitializations,
             .level = ParamLevel::Advanced,
             .enabled_when = {"prefix_projection", false}}),
        field<&Config::prefix_projection>(
            {.key = "prefix_projection",
             .label = "Projection",
             .help = "Train a small network that makes the keys and values, instead of these themselves.",
             .details = "Steadier at high learning rates, as in the paper. While training it costs the "
                        "network's parameters with their gradients and optimizer states, often a hundred "
                        "times the prefix; the exported adapter holds the finished prefix only.",
             .level = ParamLevel::Advanced}),
        field<&Config::encoder_hidden_size>(
            {.key = "encoder_hidden_size",
             .label = "Projection width",
             .help = "Width between the two layers of the projection; 0 takes the width of the keys.",
             .details = "Parameters of the projection grow in proportion. The paper takes 512 for tables and "
                        "800 for summaries.",
             .min = 0,
             .max = 65536,
             .level = ParamLevel::Expert,
             .enabled_when = {"prefix_projection", true}}),
    };
    return all;
}

const Method& method() {
    static const Method described{
        .id = "prefix",
        .title = "Prefix-tuning",
        .summary =
            "Trained keys and values before the text, in every layer. Tiny files; the weights stay as "
            "they are.",
        .paper = "arXiv:2101.00190",
        .specs = specs_of(fields()),
        .adapter_formats = {{.format = "peft", .write = to_peft, .recognises = is_peft, .read = from_peft}},
        .rate_factor = 50.0,
        .plan = plan,
    };
    return described;
}

}  // namespace tunebench::prefix
