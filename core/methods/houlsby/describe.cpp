#include "core/methods/houlsby/houlsby.h"
#include "core/methods/method.h"

namespace tunebench::houlsby {
namespace {

constexpr Choice kVariants[] = {{"houlsby", "Houlsby: after attention and MLP"},
                                {"pfeiffer", "Pfeiffer: after the MLP"},
                                {"parallel", "Parallel: beside the MLP"}};
constexpr Choice kActivations[] = {{"published", "As published"},
                                   {"swish", "Swish"},
                                   {"relu", "ReLU"},
                                   {"gelu", "GELU"},
                                   {"gelu_tanh", "GELU, tanh approximation"},
                                   {"tanh", "tanh"}};
constexpr Choice kInitializations[] = {{"published", "As published"},
                                       {"paper", "Houlsby's paper: nearly no change"},
                                       {"adapterhub", "AdapterHub: N(0, 0.02)"},
                                       {"mam", "Exactly no change"}};

bool is_norm(const ParameterInfo& parameter) {
    return parameter.role == ParameterRole::NormWeight || parameter.role == ParameterRole::NormBias;
}

Activation activation_of(Nonlinearity nonlinearity) {
    switch (nonlinearity) {
        case Nonlinearity::Relu:
            return Activation::Relu;
        case Nonlinearity::Gelu:
            return Activation::Gelu;
        case Nonlinearity::GeluTanh:
            return Activation::GeluTanh;
        case Nonlinearity::Tanh:
            return Activation::Tanh;
        case Nonlinearity::Swish:
        case Nonlinearity::Published:  // settled by settings_of
            break;
    }
    return Activation::Silu;
}

Result<MethodPlan> plan(const ModelConfig& model, const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    const auto settings = settings_of(config, model);
    const auto inner = settings.bottleneck, hidden = model.hidden_size;
    MethodPlan plan{.trains_norms = settings.train_layer_norms};
    for (const auto& site : sites_of(settings.variant, model)) {
        plan.tensors.push_back({.name = site.path + ".adapter_down.0.weight", .shape = {inner, hidden}});
        plan.tensors.push_back(
            {.name = site.path + ".adapter_down.0.bias", .shape = {inner}, .is_matrix = false});
        plan.tensors.push_back({.name = site.path + ".adapter_up.weight", .shape = {hidden, inner}});
        plan.tensors.push_back(
            {.name = site.path + ".adapter_up.bias", .shape = {hidden}, .is_matrix = false});
        plan.branches.push_back({.layer = site.layer,
                                 .after_attention = site.after_attention,
                                 .bottleneck = inner,
                                 .reads_residual = settings.variant == Variant::Parallel,
                                 .norms_input = settings.variant == Variant::Pfeiffer &&
                                                model.norm_placement == NormPlacement::AfterSum,
                                 .activation = activation_of(settings.activation),
                                 .scales_output = settings.scaling != 1.0,
                                 .dropout = settings.dropout});
    }
    if (settings.train_layer_norms)
        for (const auto& parameter : parameters_of(model))
            if (is_norm(parameter))
                plan.tensors.push_back({.name = parameter.name,
                                        .shape = parameter.shape,
                                        .is_base_parameter = true,
                                        .is_matrix = false});
    return plan;
}

}  // namespace

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> all = {
        field<&Config::variant>(
            {.key = "variant",
             .label = "Variant",
             .help = "Where the small layers stand in each block, and what they read.",
             .effect = "Two adapters a block learn more than one, and cost twice as much.",
             .details = "Houlsby has two adapters a block and learns most; Pfeiffer has one and half of the "
                        "parameters; parallel reads the MLP's input instead of its result and needs least "
                        "activation memory.",
             .choices = kVariants}),
        field<&Config::reduction_factor>(
            {.key = "reduction_factor",
             .label = "Reduction factor",
             .help = "Hidden size divided by this is the width of the adapter; 0 takes the published one.",
             .effect = "Higher: a narrower adapter; memory falls in proportion, and it learns less.",
             .details = "Published: 16 for Houlsby and Pfeiffer, 2 for parallel. Half of it doubles "
                        "parameters, gradients and optimizer states, and learns more. A bottleneck size "
                        "above 0 is used instead.",
             .min = 0,
             .max = 65536,
             .decimals = 2}),
        field<&Config::bottleneck_size>(
            {.key = "bottleneck_size",
             .label = "Bottleneck size",
             .help = "Width of the adapter, whatever the hidden size; 0 uses the reduction factor.",
             .effect = "Higher: learns more; memory and time of the adapter in proportion.",
             .details = "8 to 256 in the paper. Parameters and the adapter's share of time and activation "
                        "memory grow in proportion.",
             .min = 0,
             .max = 65536,
             .level = ParamLevel::Advanced}),
        field<&Config::activation>(
            {.key = "activation",
             .label = "Activation",
             .help = "The non-linear function between the two linear maps of the adapter.",
             .effect = "Little difference in quality, next to none in memory and time.",
             .details = "Published: swish for Houlsby, ReLU for the others. The first code for BERT used the "
                        "tanh approximation of GELU. It makes little difference; load an adapter with the "
                        "one it was trained with.",
             .choices = kActivations,
             .level = ParamLevel::Advanced}),
        field<&Config::initialization>(
            {.key = "initialization",
             .label = "Initialisation",
             .help = "How far from the base model the adapter starts.",
             .effect = "Nearer to the base: a steadier start; costs nothing.",
             .details =
                 "The paper draws weights so small (0.01, cut at twice that) that the model starts nearly "
                 "unchanged; larger ones made training unstable. AdapterHub's 0.02 changes the first answers "
                 "visibly. The last, of parallel adapters, starts the upward map at zero: exactly the base "
                 "model.",
             .choices = kInitializations,
             .level = ParamLevel::Advanced}),
        field<&Config::scaling>(
            {.key = "scaling",
             .label = "Scaling",
             .help = "Factor on what the adapter adds; 0 takes the published one.",
             .effect = "Higher: larger changes, like a higher learning rate; costs nothing.",
             .details = "Published: 1, and 4 for parallel. Acts like a factor on the learning rate of the "
                        "adapter.",
             .min = 0,
             .max = 1000,
             .decimals = 2,
             .level = ParamLevel::Advanced}),
        field<&Config::dropout>(
            {.key = "dropout",
             .label = "Dropout",
             .help = "Share of what the adapter adds that is dropped at random while training.",
             .effect = "Higher: less memorising; memory of one hidden state more for each adapter.",
             .details =
                 "Helps against memorising small data sets (0.05 to 0.1). Keeps a mask as large as the "
                 "hidden state for every adapter.",
             .min = 0,
             .max = 0.95,
             .decimals = 2}),
        field<&Config::train_layer_norms>(
            {.key = "train_layer_norms",
             .label = "Train layer norms",
             .help = "Also train scale and shift of every norm of the base model, as the paper does.",
             .effect = "On: a little better for a few thousand parameters; the base changes with it.",
             .details = "A few thousand parameters more. The adapter's file then holds the norms too, and "
                        "switching the adapter off no longer gives the base model back.",
             .level = ParamLevel::Expert}),
    };
    return all;
}

const Method& method() {
    static const Method described{
        .id = "houlsby",
        .title = "Bottleneck adapters",
        .summary =
            "Small two-layer networks inside every block (Houlsby, Pfeiffer, parallel). Not mergeable.",
        .paper = "arXiv:1902.00751",
        .reported_share = "2.1 to 3.6 % of BERT-large",
        .reported_result = "within 0.4 points of full fine-tuning on GLUE",
        .specs = specs_of(fields()),
        .adapter_formats = {{.format = "adapterhub",
                             .write = to_adapterhub,
                             .recognises = is_adapterhub,
                             .read = from_adapterhub}},
        .is_mergeable = false,
        // The default of the default variant is the paper's: near the base model, not equal to it.
        .is_identity_at_start = false,
        .rate_factor = 2.5,
        .plan = plan,
    };
    return described;
}

}  // namespace tunebench::houlsby
