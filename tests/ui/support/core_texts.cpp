#include "tests/ui/support/core_texts.h"

#include <span>
#include <string_view>

#include "core/engine_api/sampling_options.h"
#include "core/exports/export_format.h"
#include "core/interchange/run_exporter.h"
#include "core/memory/estimate.h"
#include "core/memory/fit_table.h"
#include "core/memory/memory_change.h"
#include "core/methods/method.h"
#include "core/models/shapes.h"
#include "core/optimizers/optimizer.h"
#include "core/params/field.h"
#include "core/run/method_cards.h"
#include "core/run/preflight.h"
#include "core/run/presets.h"
#include "core/run/run_config.h"
#include "core/run/run_fields.h"
#include "core/run/sections.h"
#include "core/run/selection.h"
#include "core/schedules/schedule.h"
#include "core/study/plan/study_settings.h"

namespace tunebench::ui::test {
namespace {

class Collector {
public:
    void add(std::string_view text) {
        if (!text.empty())
            texts_.emplace(text);
    }

    void add(std::span<const ParamSpec> specs) {
        for (const ParamSpec& spec : specs) {
            for (const auto text : {spec.label, spec.help, spec.effect, spec.details, spec.unit})
                add(text);
            for (const Choice& choice : spec.choices)
                add(choice.label);
        }
    }

    /// A method, an optimizer or a schedule.
    void addDescribed(const auto& described) {
        add(described.title);
        add(described.summary);
        add(std::span<const ParamSpec>(described.specs));
    }

    std::set<std::string> take() { return std::move(texts_); }

private:
    std::set<std::string> texts_;
};

void addFields(Collector& texts) {
    texts.add(section_specs("general"));
    for (const std::string_view section : section_names())
        texts.add(section_specs(section));
    texts.add(specs_of(sampling_fields()));
    texts.add(specs_of(study_fields()));
    for (const RunField& field : run_fields())
        texts.add(field.help);
}

void addRegistries(Collector& texts) {
    for (const Method* method : all_methods())
        texts.addDescribed(*method);
    for (const Optimizer* optimizer : all_optimizers())
        texts.addDescribed(*optimizer);
    for (const Schedule* schedule : all_schedules())
        texts.addDescribed(*schedule);
    for (const ExportFormat* format : all_export_formats()) {
        texts.add(format->title);
        texts.add(format->help);
    }
    for (const RunExporter* exporter : all_run_exporters())
        texts.add(exporter->title);
    for (const PrecisionChoice& precision : precision_choices())
        texts.add(precision.title);
    for (const ChangeCost& cost : all_change_costs()) {
        texts.add(cost.time);
        texts.add(cost.quality);
    }
}

void addPresets(Collector& texts) {
    for (const RunPreset& preset : presets_in(TUNEBENCH_SOURCE_DIR "/resources/presets", {}).presets) {
        texts.add(preset.title);
        texts.add(preset.reason);
    }
}

/// What the estimate names on a small model; the formula of the weights has numbers of its own.
void addMemory(Collector& texts, const RunConfig& config, const ModelConfig& model) {
    const auto estimate = estimate_memory(model, config, batch_shape_of(config));
    if (!estimate)
        return;
    for (const MemoryPhase& phase : estimate->phases) {
        texts.add(phase.name);
        texts.add(estimate->title_of(phase.name));
        for (const MemoryItem& item : phase.items) {
            texts.add(item.name);
            if (item.name != "weights")
                texts.add(item.formula);
        }
    }
    if (const auto exporting = estimate_export(model, config, batch_shape_of(config));
        exporting && *exporting)
        texts.add((*exporting)->name);
}

/// What the window says first.
void addFindingsOfAnEmptyForm(Collector& texts) {
    for (const Finding& finding : preflight(default_run_config(), {})) {
        texts.add(finding.message);
        texts.add(finding.hint);
    }
}

}  // namespace

std::set<std::string> coreTexts() {
    Collector texts;
    addFields(texts);
    addRegistries(texts);
    addPresets(texts);
    addFindingsOfAnEmptyForm(texts);
    const RunConfig config = default_run_config();
    if (const auto model = shape_config("tiny"))
        for (const MethodCard& card : method_cards(config, *model)) {
            texts.add(card.title);
            if (const auto changed = with_method(config, card))
                addMemory(texts, *changed, *model);
        }
    return texts.take();
}

}  // namespace tunebench::ui::test
