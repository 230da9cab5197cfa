#include "app/cli/memory_text.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "app/cli/table.h"
#include "core/base/byte_units.h"
#include "core/memory/fit.h"

namespace tunebench::cli {
namespace {

/// Those of the run and what may follow it.
std::vector<MemoryPhase> phases_of(const MemoryAnswer& answer) {
    auto phases = answer.memory.phases;
    if (answer.exporting)
        phases.push_back(*answer.exporting);
    return phases;
}

/// Names of all items in the order in which phases first mention them.
std::vector<std::string> item_names(const std::vector<MemoryPhase>& phases) {
    std::vector<std::string> names;
    for (const auto& phase : phases)
        for (const auto& item : phase.items)
            if (std::ranges::find(names, item.name) == names.end())
                names.push_back(item.name);
    return names;
}

std::string cell(const MemoryPhase& phase, const std::string& name) {
    const auto item = std::ranges::find(phase.items, name, &MemoryItem::name);
    return item == phase.items.end() || item->bytes == 0 ? "-" : format_bytes(item->bytes);
}

std::string phase_table(const MemoryAnswer& answer) {
    const auto phases = phases_of(answer);
    std::vector<Column> columns = {{"item", Align::Left}};
    for (const auto& phase : phases)
        columns.push_back({std::string(answer.memory.title_of(phase.name)), Align::Right});
    Table table(columns);
    for (const auto& name : item_names(phases)) {
        std::vector<std::string> cells = {name};
        for (const auto& phase : phases)
            cells.push_back(cell(phase, name));
        table.add(std::move(cells));
    }
    std::vector<std::string> totals = {"total"};
    for (const auto& phase : phases)
        totals.push_back(format_bytes(phase.bytes()));
    table.add(std::move(totals));
    return table.text();
}

std::string exporting_text(const MemoryAnswer& answer) {
    if (!answer.exporting)
        return {};
    return fmt::format(
        "Exporting it as a model of its own, when that is asked for, takes {} on the "
        "processor.\n",
        format_bytes(answer.exporting->bytes()));
}

std::string peak_table(const MemoryEstimate& memory) {
    const auto peak = std::ranges::find(memory.phases, memory.peak_phase, &MemoryPhase::name);
    if (peak == memory.phases.end())
        return {};
    Table table({{}, {{}, Align::Right}, {}});
    for (const auto& item : peak->items)
        if (item.bytes > 0)
            table.add({item.name, format_bytes(item.bytes), item.formula});
    return table.text(2);
}

std::string range_text(const MemoryAnswer& answer) {
    const auto range = answer.calibration.range(answer.memory.peak_bytes);
    return fmt::format("Likely {} to {}: it may be {:.0f} % off.\n", format_bytes(range.low),
                       format_bytes(range.high), 100.0 * answer.calibration.uncertainty);
}

/// What is expected beyond what is predicted.
std::string calibration_text(const MemoryAnswer& answer) {
    const auto& learned = answer.calibration;
    if (learned.runs == 0)
        return {};
    const auto expected = answer.expected_bytes();
    auto text = expected > answer.memory.peak_bytes
                    ? fmt::format("{} finished runs here took {:.1f} % more than predicted: {} are expected.",
                                  learned.runs, 100.0 * (learned.factor - 1.0), format_bytes(expected))
                    : fmt::format("{} finished runs here took no more than predicted.", learned.runs);
    if (learned.beside > 0)
        text += fmt::format(" The process took {} beside its tensors.", format_bytes(learned.beside));
    return text + "\n";
}

bool is_tight(const MemoryAnswer& answer) {
    return fit_of(answer.expected_bytes(), answer.limit_bytes) == Fit::Tight;
}

std::string fit_text(const MemoryAnswer& answer) {
    if (answer.limit_bytes == 0)
        return "How much memory is free there is not known here; --fit 24GiB says whether it fits.\n";
    const auto& fit = answer.fit;
    const auto expected = answer.expected_bytes();
    const auto limit =
        fmt::format("{}{}", format_bytes(answer.limit_bytes), answer.is_limit_given ? "" : " free now");
    if (fit.fits)
        return fmt::format("Fits into {}, {} to spare{}.\n", limit,
                           format_bytes(answer.limit_bytes - std::min(answer.limit_bytes, expected)),
                           is_tight(answer) ? ": that is tight" : "");
    auto text = fmt::format("Does not fit into {}: {} too much.\n", limit,
                            format_bytes(expected - std::min(expected, answer.limit_bytes)));
    for (const auto& suggestion : fit.suggestions)
        text += fmt::format("  fits ({}, {} less) with --set {}\n    {}, {}\n",
                            format_bytes(suggestion.expected_bytes), format_bytes(suggestion.saved_bytes),
                            suggestion.settings, suggestion.cost.time, suggestion.cost.quality);
    if (fit.suggestions.empty())
        text +=
            "  Neither a smaller batch nor shorter rows make it fit, nor a quantized base or 8-bit states; "
            "try a smaller model.\n";
    return text;
}

/// Each with everything else as it is.
std::string largest_text(const MemoryAnswer& answer) {
    if (answer.limit_bytes == 0)
        return {};
    Table table({{}, {{}, Align::Right}, {{}, Align::Right}, {}});
    for (const auto& [setting, value, expected_bytes, is_ceiling] : answer.largest)
        table.add({setting, value > 0 ? std::to_string(value) : "none",
                   value > 0 ? format_bytes(expected_bytes) : std::string(),
                   is_ceiling ? "the most that there can be" : ""});
    if (const auto& model = answer.largest_model)
        table.add({"model",
                   model->shape.empty() ? fmt::format("this with {} layers", model->layers) : model->shape,
                   format_bytes(model->expected_bytes),
                   format_count(static_cast<std::uint64_t>(model->parameters)) + " parameters"});
    else
        table.add({"model", "none", "", ""});
    return "The largest that fit, one at a time:\n" + table.text(2);
}

OrderedJson calibration_to_json(const MemoryCalibration& learned) {
    return {{"runs", learned.runs},
            {"factor", learned.factor},
            {"uncertainty", learned.uncertainty},
            {"beside_bytes", learned.beside}};
}

OrderedJson phase_to_json(const MemoryPhase& phase) {
    OrderedJson items = OrderedJson::array();
    for (const auto& item : phase.items)
        items.push_back({{"name", item.name}, {"bytes", item.bytes}, {"formula", item.formula}});
    return {{"name", phase.name}, {"bytes", phase.bytes()}, {"items", std::move(items)}};
}

OrderedJson largest_to_json(const std::vector<LargestValue>& values) {
    OrderedJson all = OrderedJson::array();
    for (const auto& value : values)
        all.push_back({{"setting", value.setting},
                       {"value", value.value},
                       {"expected_peak_bytes", value.expected_bytes},
                       {"is_ceiling", value.is_ceiling}});
    return all;
}

OrderedJson model_to_json(const std::optional<LargestModel>& model) {
    if (!model)
        return nullptr;
    return {{"shape", model->shape.empty() ? OrderedJson() : OrderedJson(model->shape)},
            {"layers", model->layers},
            {"parameters", model->parameters},
            {"expected_peak_bytes", model->expected_bytes}};
}

OrderedJson fit_to_json(const MemoryAnswer& answer) {
    if (answer.limit_bytes == 0)
        return nullptr;
    const auto& fit = answer.fit;
    OrderedJson suggestions = OrderedJson::array();
    for (const auto& suggestion : fit.suggestions)
        suggestions.push_back({{"set", suggestion.settings},
                               {"expected_peak_bytes", suggestion.expected_bytes},
                               {"saved_bytes", suggestion.saved_bytes},
                               {"time", suggestion.cost.time},
                               {"quality", suggestion.cost.quality}});
    return {{"budget_bytes", answer.limit_bytes},
            {"fits", fit.fits},
            {"tight", is_tight(answer)},
            {"largest_batch_size", fit.largest_batch_size},
            {"largest", largest_to_json(answer.largest)},
            {"largest_model", model_to_json(answer.largest_model)},
            {"suggestions", std::move(suggestions)}};
}

}  // namespace

std::string memory_text(const MemoryAnswer& answer) {
    const auto& memory = answer.memory;
    auto text = phase_table(answer);
    text += fmt::format("\nPeak {} in phase {}:\n", format_bytes(memory.peak_bytes),
                        memory.title_of(memory.peak_phase));
    text += peak_table(memory);
    text += fmt::format(
        "\nParameters {}, trained {}. Textbook: {}. A checkpoint takes {} on disk, the result {}.\n",
        format_count(static_cast<std::uint64_t>(memory.total_parameters)),
        format_count(static_cast<std::uint64_t>(memory.trainable_parameters)), memory.textbook,
        format_bytes(memory.checkpoint_bytes), format_bytes(memory.result_bytes));
    return text + exporting_text(answer) + range_text(answer) + calibration_text(answer) + fit_text(answer) +
           largest_text(answer);
}

OrderedJson memory_to_json(const MemoryAnswer& answer) {
    const auto& memory = answer.memory;
    OrderedJson phases = OrderedJson::array();
    for (const auto& phase : memory.phases)
        phases.push_back(phase_to_json(phase));
    return {{"peak_bytes", memory.peak_bytes},
            {"peak_phase", memory.peak_phase},
            {"expected_peak_bytes", answer.expected_bytes()},
            {"calibration", calibration_to_json(answer.calibration)},
            {"total_parameters", memory.total_parameters},
            {"trainable_parameters", memory.trainable_parameters},
            {"weight_bytes", memory.weight_bytes},
            {"gradient_bytes", memory.gradient_bytes},
            {"optimizer_bytes", memory.optimizer_bytes},
            {"activation_bytes", memory.activation_bytes},
            {"checkpoint_bytes", memory.checkpoint_bytes},
            {"result_bytes", memory.result_bytes},
            {"textbook", memory.textbook},
            {"fit", fit_to_json(answer)},
            {"phases", std::move(phases)},
            {"exporting", answer.exporting ? phase_to_json(*answer.exporting) : OrderedJson()}};
}

}  // namespace tunebench::cli
