#include <fmt/format.h>

#include "core/methods/adapterhub_file.h"
#include "core/methods/method.h"
#include "core/methods/prefix/prefix.h"
#include "core/methods/prompt_learning.h"
#include "core/models/parameters.h"

namespace tunebench::prefix {
namespace {

constexpr Choice kConventions[] = {{"peft", "PEFT"}, {"adapterhub", "AdapterHub"}};
constexpr Choice kInitializations[] = {{"random", "Random"}, {"zero", "Zero"}};
constexpr std::int64_t kAdapterHubWidth = 512;  // of its projection, by default

std::vector<TrainableTensor> tensors(const ModelConfig& model, const Config& config) {
    const auto names = parameter_names(model, config);
    const auto count = config.num_virtual_tokens, out = row_width(model, config);
    if (!config.prefix_projection)
        return {{.name = names[0], .shape = {count, out}}};
    const auto width = token_dim(model, config), inner = projection_width(model, config);
    return {{.name = names[0], .shape = {count, width}},
            {.name = names[1], .shape = {inner, width}},
            {.name = names[2], .shape = {inner}, .is_matrix = false},
            {.name = names[3], .shape = {out, inner}},
            {.name = names[4], .shape = {out}, .is_matrix = false}};
}

/// AdapterHub takes the heads' width from the hidden size.
Result<void> check_heads(const ModelConfig& model) {
    if (model.num_attention_heads * model.head_dim == model.hidden_size)
        return {};
    return Error{
        .code = ErrorCode::Unsupported,
        .message = fmt::format("AdapterHub has no prefix for a model whose {} heads of {} are not as "
                               "wide as its hidden size {}",
                               model.num_attention_heads, model.head_dim, model.hidden_size),
        .hint = "Choose the convention peft.",
        .field = "convention"};
}

/// PEFT hands a prefix over as keys and values that the model could have made itself, which the models of
/// these types do not take.
Result<void> check_takes_keys(const ModelConfig& model) {
    for (const std::string_view type : {"distilbert", "modernbert"})
        if (model.model_type == type)
            return Error{.code = ErrorCode::Unsupported,
                         .message = fmt::format("PEFT has no prefix for models of type {}", type),
                         .hint = "Choose the convention adapterhub.",
                         .field = "convention"};
    return {};
}

Result<MethodPlan> plan(const ModelConfig& model, const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    MethodPlan plan{.prefix_length = config.num_virtual_tokens};
    if (config.convention == Convention::Peft) {
        TRY_VOID(check_takes_keys(model));
        TRY_VOID(check_virtual_tokens(model, config.num_virtual_tokens));
    } else {
        TRY_VOID(check_heads(model));
        plan.prefix_heads = prefix_heads(model, config);
        plan.prefix_counts_as_tokens = false;
    }
    plan.tensors = tensors(model, config);
    return plan;
}

}  // namespace

std::int64_t prefix_heads(const ModelConfig& model, const Config& config) {
    return config.convention == Convention::Peft ? model.num_key_value_heads : model.num_attention_heads;
}

std::int64_t token_dim(const ModelConfig& model, const Config& config) {
    return model.head_dim * prefix_heads(model, config);
}

std::int64_t row_width(const ModelConfig& model, const Config& config) {
    return 2 * model.num_hidden_layers * token_dim(model, config);
}

std::int64_t projection_width(const ModelConfig& model, const Config& config) {
    if (config.encoder_hidden_size > 0)
        return config.encoder_hidden_size;
    return config.convention == Convention::Peft ? token_dim(model, config) : kAdapterHubWidth;
}

std::vector<std::string> parameter_names(const ModelConfig& model, const Config& config) {
    if (config.convention == Convention::Peft) {
        if (!config.prefix_projection)
            return {kPromptEmbeddings};
        const std::string encoder = "prompt_encoder.";
        return {encoder + "embedding.weight", encoder + "transform.0.weight", encoder + "transform.0.bias",
                encoder + "transform.2.weight", encoder + "transform.2.bias"};
    }
    const auto prefix = fmt::format("{}prefix_tuning.prefix_tunings.{}.self_prefix.",
                                    module_names(model).prefix, adapterhub::kAdapterName);
    if (!config.prefix_projection)
        return {prefix + "control_trans"};
    return {prefix + "wte.weight", prefix + "control_trans.0.weight", prefix + "control_trans.0.bias",
            prefix + "control_trans.2.weight", prefix + "control_trans.2.bias"};
}

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> all = {
        field<&Config::num_virtual_tokens>(
            {.key = "num_virtual_tokens",
             .label = "Virtual tokens",
             .help = "How many trained keys and values every layer sees before the text.",
             .effect = "More: learns more; parameters in proportion, attention a little slower.",
             .details =
                 "Parameters grow in proportion, and every token attends to so many keys more. 5 to 20 "
                 "are enough for short tasks, 100 and more help with summaries. Where positions are "
                 "learned (GPT-2) they are taken from those of the text.",
             .unit = "tokens",
             .min = 1,
             .max = 4096}),
        field<&Config::convention>(
            {.key = "convention",
             .label = "Convention",
             .help = "The library that shall load the result: PEFT and AdapterHub compute different things.",
             .effect =
                 "Decides which library loads it; AdapterHub has more parameters where heads share keys.",
             .details =
                 "PEFT's prefix counts as tokens: the text begins after it, and a sliding window passes "
                 "over it. AdapterHub's stands beside the text, which begins at position 0 and always "
                 "sees all of it; it has a key for every attention head, so more parameters where heads "
                 "share theirs. Neither library loads the other's prefix.",
             .choices = kConventions,
             .level = ParamLevel::Advanced}),
        field<&Config::initialization>(
            {.key = "initialization",
             .label = "Start values",
             .help = "Random keys and values as PEFT draws them (normal, 1 wide), or zeros.",
             .effect = "Zeros: a gentler start; costs nothing.",
             .details = "Zeros disturb the model least: they only take some of the attention away. Random "
                        "values tell the virtual tokens apart at once, but the first answers are far off.",
             .choices = kInitializations,
             .level = ParamLevel::Advanced,
             .enabled_when = {"prefix_projection", false}}),
        field<&Config::prefix_projection>(
            {.key = "prefix_projection",
             .label = "Projection",
             .help = "Train a small network that makes the keys and values, instead of these themselves.",
             .effect = "On: steadier at high rates; often a hundred times the parameters in training.",
             .details = "Steadier at high learning rates, as in the paper. While training it costs the "
                        "network's parameters with their gradients and optimizer states, often a hundred "
                        "times the prefix. PEFT's file holds the finished prefix only, AdapterHub's the "
                        "network.",
             .level = ParamLevel::Advanced}),
        field<&Config::encoder_hidden_size>(
            {.key = "encoder_hidden_size",
             .label = "Projection width",
             .help =
                 "Width between the two layers of the projection; 0: of the keys (PEFT), 512 (AdapterHub).",
             .effect = "Wider: more room to learn; the projection's parameters grow in proportion.",
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
        .reported_share = "0.1 % of GPT-2 medium, 2 % of BART-large",
        .reported_result = "as good as full fine-tuning where tables are put into words",
        .specs = specs_of(fields()),
        .adapter_formats = {{.format = "peft", .write = to_peft, .recognises = is_peft, .read = from_peft},
                            {.format = "adapterhub",
                             .write = to_adapterhub,
                             .recognises = is_adapterhub,
                             .read = from_adapterhub}},
        .rate_factor = 50.0,
        .plan = plan,
    };
    return described;
}

}  // namespace tunebench::prefix
