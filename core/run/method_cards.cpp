#include "core/run/method_cards.h"

#include "core/memory/estimate.h"
#include "core/methods/method.h"
#include "core/methods/task_head.h"
#include "core/run/quantized_base.h"
#include "core/run/selection.h"
#include "core/run/task.h"

namespace tunebench {
namespace {

/// LoRA and its like have names of their own on a quantized base.
std::string_view title_on_quantized_base(std::string_view method) {
    return method == "lora" ? "QLoRA" : method == "dora" ? "QDoRA" : "";
}

MethodCard described(const Method& method) {
    return {.id = std::string(method.id),
            .title = std::string(method.title),
            .summary = std::string(method.summary),
            .paper = std::string(method.paper),
            .is_mergeable = method.is_mergeable,
            .is_switchable = !method.adapter_formats.empty()};
}

Result<void> measure(MethodCard& card, const RunConfig& run, const ModelConfig& stored,
                     const MemoryCalibration& calibration) {
    TRY(const auto config, with_method(run, card));
    TRY(const auto model, model_for_task(stored, config.model.task));
    TRY(const auto plan, plan_of(*find_method(card.id), model, config.method.params));
    TRY_VOID(check_quantized_base(model, config.precision.quantization_settings(), plan));
    TRY(const auto memory, estimate_memory(model, config, batch_shape_of(config)));
    card.extra_tokens = plan.virtual_tokens;
    card.extra_keys = plan.prefix_length;
    card.trainable_parameters = memory.trainable_parameters;
    card.total_parameters = memory.total_parameters;
    card.expected_bytes = calibration.corrected(memory.peak_bytes);
    return {};
}

void add(std::vector<MethodCard>& cards, MethodCard card, const RunConfig& run, const ModelConfig& model,
         const MemoryCalibration& calibration) {
    card.is_chosen = card.id == run.method.id && card.quantization == run.precision.quantization;
    if (const auto measured = measure(card, run, model, calibration); !measured)
        card.refusal = measured.error();
    cards.push_back(std::move(card));
}

}  // namespace

Result<RunConfig> with_method(const RunConfig& run, const MethodCard& card) {
    auto changed = run;
    if (card.id != run.method.id) {
        TRY(auto method, make_selection("method", card.id, {}));
        set_method(changed, std::move(method));
    }
    changed.precision.quantization = card.quantization;
    return changed;
}

std::vector<MethodCard> method_cards(const RunConfig& run, const ModelConfig& model,
                                     const MemoryCalibration& calibration) {
    const auto own = run.precision.quantization;
    std::vector<MethodCard> cards;
    for (const auto* method : all_methods()) {
        auto card = described(*method);
        const auto quantized_title = title_on_quantized_base(method->id);
        // Full fine-tuning changes the weights that a quantized base would freeze.
        const bool follows_the_run = quantized_title.empty() && card.is_switchable;
        card.quantization = follows_the_run ? own : QuantizationType::None;
        add(cards, card, run, model, calibration);
        if (quantized_title.empty())
            continue;
        card.title = quantized_title;
        card.quantization = own == QuantizationType::None ? QuantizationType::Nf4 : own;
        add(cards, card, run, model, calibration);
    }
    return cards;
}

}  // namespace tunebench
