#include <fmt/format.h>

#include "core/methods/loreft/loreft.h"
#include "core/methods/method.h"

namespace tunebench::loreft {
namespace {

constexpr Choice kVariants[] = {{"loreft", "LoReFT: in a subspace with orthonormal axes"},
                                {"direft", "DiReFT: any axes, only adding"},
                                {"noreft", "NoReFT: any axes"}};

void add_tensors(const Intervention& intervention, const Config& config, std::int64_t hidden,
                 std::vector<TrainableTensor>& tensors) {
    const auto add = [&](const char* name, std::vector<std::int64_t> shape, bool is_matrix) {
        tensors.push_back({.name = fmt::format("{}.{}", intervention.key, name),
                           .shape = std::move(shape),
                           .is_matrix = is_matrix});
    };
    if (config.variant == Variant::Loreft) {
        add("rotate_layer", {hidden, config.rank}, false);  // decay would turn it, not shrink it
        add("weight", {config.rank, hidden}, true);
        add("bias", {config.rank}, false);
    } else {
        add("proj_layer.weight", {config.rank, hidden}, true);
        add("learned_source.weight", {config.rank, hidden}, true);
        add("learned_source.bias", {config.rank}, false);
    }
}

Result<MethodPlan> plan(const ModelConfig& model, const ParamMap& params) {
    TRY(const auto config, config_from(fields(), params));
    TRY(const auto interventions, interventions_of(config, model));
    if (config.rank > model.hidden_size)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("rank {} is more than the model's hidden size {}", config.rank,
                                            model.hidden_size),
                     .hint = "Lower the rank; 1 to 32 are usual.",
                     .field = "rank"};
    MethodPlan plan;
    for (const auto& intervention : interventions) {
        add_tensors(intervention, config, model.hidden_size, plan.tensors);
        plan.streams.push_back({.layer = intervention.layer,
                                .rank = config.rank,
                                .positions = intervention.positions.count(),
                                .dropout = config.dropout});
    }
    return plan;
}

}  // namespace

const std::vector<Field<Config>>& fields() {
    static const std::vector<Field<Config>> all = {
        field<&Config::variant>(
            {.key = "variant",
             .label = "Variant",
             .help = "How the change at a position is made from the hidden state there.",
             .effect = "LoReFT learns most reliably, DiReFT is a little faster; the same parameters.",
             .details = "LoReFT replaces what the hidden state says along a few orthonormal axes and learns "
                        "most reliably. DiReFT only adds, and is a little faster. NoReFT is LoReFT without "
                        "the orthonormal axes. All have the same number of parameters.",
             .choices = kVariants}),
        field<&Config::rank>(
            {.key = "rank",
             .label = "Rank",
             .help = "Number of axes along which the hidden state is changed.",
             .effect = "Higher: learns more; parameters in proportion, and still few.",
             .details = "8 for reasoning tasks and 4 for following instructions in the paper, 1 for "
                        "classification. Parameters grow in proportion; they stay a small part of those of "
                        "a LoRA.",
             .min = 1,
             .max = 4096}),
        field<&Config::positions>(
            {.key = "positions",
             .label = "Positions",
             .help = "Which tokens of the prompt are changed: f7+l7 are the first 7 and the last 7.",
             .effect = "More: learns more, up to a point; next to no memory and time.",
             .details = "Never more than half of a prompt from either end, and never the answer: while it is "
                        "generated nothing is added, so that it costs no time. More positions learn more, up "
                        "to a point that differs by task."}),
        field<&Config::layers>(
            {.key = "layers",
             .label = "Layers",
             .help = "The blocks whose output is changed: all, or numbers from 0 on like 3;9;18;24.",
             .effect = "More: learns more; parameters in proportion.",
             .details = "Parameters grow in proportion. A few layers spread over the model are enough for "
                        "instructions; reasoning tasks want all of them."}),
        field<&Config::share_weights>(
            {.key = "share_weights",
             .label = "Share weights",
             .help = "First and last positions of a layer have one change instead of two.",
             .effect = "Off: twice the parameters; beginning and end of a prompt change apart.",
             .details = "Off doubles the parameters, and lets the beginning of a prompt be changed in "
                        "another way than its end.",
             .level = ParamLevel::Advanced}),
        field<&Config::dropout>(
            {.key = "dropout",
             .label = "Dropout",
             .help = "Share of the changed hidden states that is dropped at random while training.",
             .effect = "Higher: less memorising, and soon too much; next to no memory.",
             .details = "As in the reference it acts on the whole hidden state at these positions, not only "
                        "on the change: 0.05 is already much. It costs next to no memory.",
             .min = 0,
             .max = 0.95,
             .decimals = 2,
             .level = ParamLevel::Advanced}),
    };
    return all;
}

const Method& method() {
    static const Method described{
        .id = "loreft",
        .title = "LoReFT",
        .summary = "Changes hidden states at a few positions of the prompt; the fewest parameters of all.",
        .paper = "arXiv:2404.03592",
        .reported_share = "0.002 to 0.031 % of Llama models",
        .reported_result = "15 to 65 times fewer parameters than LoRA, and often better",
        .specs = specs_of(fields()),
        .adapter_formats =
            {{.format = "pyreft", .write = to_pyreft, .recognises = is_pyreft, .read = from_pyreft}},
        .is_mergeable = false,
        .is_identity_at_start = false,  // both maps start at random
        .rate_factor = 5.0,
        .plan = plan,
    };
    return described;
}

}  // namespace tunebench::loreft
