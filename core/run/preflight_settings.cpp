#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/methods/task_head.h"
#include "core/models/positions.h"
#include "core/optimizers/optimizer.h"
#include "core/params/param_check.h"
#include "core/run/precision_checks.h"
#include "core/run/preflight_checks.h"
#include "core/run/quantized_base.h"
#include "core/run/sections.h"
#include "core/run/selection.h"
#include "core/run/virtual_tokens.h"
#include "core/schedules/schedule.h"

namespace tunebench {
namespace {

bool has_validation(const RunConfig& config) {
    return !config.data.validation.empty() || config.data.validation_share > 0;
}

void check_budget(const RunConfig& config, Findings& findings) {
    const auto& budget = config.budget;
    if (budget.epochs <= 0 && budget.steps == 0 && budget.tokens == 0 && budget.minutes <= 0)
        findings.block("budget.epochs", "Nothing ends the run", "Set epochs, steps, tokens or minutes.");
    if (budget.length_grouped && config.data.packing)
        findings.warn("budget.length_grouped", "Grouping by length has no effect while examples are packed",
                      "Switch packing off to group by length.");
    if (budget.steps > 0)
        if (const auto span = schedule_span(config.schedule.params, budget.steps);
            span.warmup_steps >= budget.steps)
            findings.warn(
                "schedule.warmup_steps",
                fmt::format("The warm-up takes {} of {} steps: the full learning rate is never used",
                            span.warmup_steps, budget.steps),
                "Shorten the warm-up, or train for more steps.");
}

void check_early_stopping(const RunConfig& config, Findings& findings) {
    const auto& evaluation = config.evaluation;
    if (evaluation.patience == 0)
        return;
    if (!has_validation(config))
        findings.block("evaluation.early_stopping.patience", "Early stopping needs validation data",
                       "Choose a validation file or a validation share, or set the patience to 0.");
    if (evaluation.every == 0)
        findings.block("evaluation.every", "Early stopping needs evaluations during the run",
                       "Evaluate every few steps, or set the patience to 0.");
}

void check_precision(const RunConfig& config, Findings& findings) {
    if (const auto checked = check_precision(config); !checked)
        findings.block("precision", checked.error());
    const auto& precision = config.precision;
    if (precision.stochastic_rounding && precision.weights == NumberType::Fp32)
        findings.warn("precision.stochastic_rounding",
                      "Stochastic rounding has no effect on weights that are kept in fp32",
                      "Switch it off, or keep the weights in bf16 or fp16.");
}

void check_length(const RunConfig& config, const ModelConfig& model, Findings& findings) {
    const auto fits = check_positions(model, config.data.max_length, tokens_before(config, model));
    if (fits)
        return;
    if (model.positions == PositionKind::Learned)
        findings.block("data.max_length", fits.error());
    else
        findings.warn("data.max_length", fits.error().message, fits.error().hint);
}

/// Errors of a registry's entry name its own parameter: the section is put before it. A field of another
/// section is named as a whole.
void block_in(std::string_view section, const Error& error, Findings& findings) {
    const bool is_whole = is_section(std::string_view(error.field).substr(0, error.field.find('.')));
    findings.block(std::string(section), is_whole ? error : in_section(error, section));
}

bool is_known_and_in_range(const RunConfig& config, std::string_view section, Findings& findings) {
    const auto& chosen = selection_of(config, section);
    const auto checked = make_selection(section, chosen.id, chosen.params);
    if (!checked)
        findings.block(std::string(section), checked.error());
    return checked.has_value();
}

/// The parameters against each other.
void check_together(const Selection& chosen, std::string_view section, Result<void> (*check)(const ParamMap&),
                    Findings& findings) {
    if (!check)
        return;
    if (const auto checked = check(chosen.params); !checked)
        block_in(section, checked.error(), findings);
}

void check_optimizer_of(const MethodPlan& plan, const RunConfig& config, Findings& findings) {
    const auto* optimizer = find_optimizer(config.optimizer.id);
    if (!optimizer || !optimizer->is_for_block_weights)
        return;
    const bool has_any = std::ranges::any_of(
        plan.tensors, [](const auto& tensor) { return tensor.group == TensorGroup::BlockWeight; });
    if (!has_any)
        findings.warn("optimizer.id",
                      fmt::format("{} is for weights of the model's blocks, and the method trains none of "
                                  "them: everything is updated as by AdamW",
                                  optimizer->title),
                      "Choose AdamW, or full fine-tuning.");
}

void check_method(const RunConfig& config, const std::optional<ModelConfig>& model, Findings& findings) {
    const auto* method = find_method(config.method.id);
    if (!model || !method->plan)
        return;
    const auto plan = plan_of(*method, *model, config.method.params);
    if (!plan)
        return block_in("method", plan.error(), findings);
    if (const auto checked = check_quantized_base(*model, config.precision.quantization_settings(), *plan);
        !checked)
        findings.block("precision.quantization.type", checked.error());
    if (plan->trainable_count() == 0)
        findings.block("method", "The method trains nothing with these settings", "Choose other targets.");
    check_optimizer_of(*plan, config, findings);
}

}  // namespace

void check_settings(const RunConfig& config, const PreflightPlace& place, Findings& findings) {
    for (const auto& [key, value] : config.unknown.items())
        findings.warn(
            key, fmt::format("'{}' has settings that this version does not know and does not apply", key),
            "They are kept in the file as they are.");
    check_budget(config, findings);
    check_early_stopping(config, findings);
    check_precision(config, findings);
    if (place.cores > 0 && config.general.threads > place.cores)
        findings.warn(
            "threads",
            fmt::format("{} threads on {} cores make training slower", config.general.threads, place.cores),
            "Set 0 for one thread a core.");
}

void check_choices(const RunConfig& config, const std::optional<ModelConfig>& model, Findings& findings) {
    if (is_known_and_in_range(config, "method", findings))
        check_method(config, model, findings);
    if (is_known_and_in_range(config, "optimizer", findings))
        check_together(config.optimizer, "optimizer", find_optimizer(config.optimizer.id)->check, findings);
    if (is_known_and_in_range(config, "schedule", findings))
        check_together(config.schedule, "schedule", find_schedule(config.schedule.id)->check, findings);
    if (model)
        check_length(config, *model, findings);
}

}  // namespace tunebench
